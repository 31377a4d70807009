import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { searchAttributes } from '@bihuan/contracts/loop';
import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { testServer } from '../test-servers.ts';
import { indexedTypes } from './search-attribute-types.ts';

export interface TestNamespace {
  readonly address: string;
  readonly namespace: string;
  readonly client: Client;
  /** Deletes the namespace with everything in it. */
  close(): Promise<void>;
}

const VISIBLE_LIMIT_MS = 30_000;

/** A namespace of its own on the real Temporal server, with the loop's search attributes. */
export async function createTestNamespace(): Promise<TestNamespace> {
  const address = testServer('BIHUAN_TEST_TEMPORAL');
  const namespace = `test-${randomUUID()}`;
  const connection = await Connection.connect({ address });
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  });
  await untilItSucceeds(() =>
    connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: indexedTypes(searchAttributes),
    }),
  );
  const query = `${Object.keys(searchAttributes).join(' IS NULL AND ')} IS NULL`;
  await untilItSucceeds(() =>
    connection.workflowService.listWorkflowExecutions({ namespace, query, pageSize: 1 }),
  );
  return {
    address,
    namespace,
    client: new Client({ connection, namespace }),
    close: async () => {
      await connection.operatorService.deleteNamespace({ namespace });
      await connection.close();
    },
  };
}

/** A new namespace and its attributes reach the server's parts one after the other; there is no event to wait for. */
async function untilItSucceeds(attempt: () => Promise<unknown>): Promise<void> {
  const limit = Date.now() + VISIBLE_LIMIT_MS;
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (Date.now() > limit) throw error;
      await pause(100);
    }
  }
}

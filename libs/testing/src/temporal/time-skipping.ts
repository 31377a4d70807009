import { searchAttributes } from '@bihuan/contracts/loop';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { testServer } from '../test-servers.ts';
import { quietRuntime } from './quiet-runtime.ts';
import { indexedTypes } from './search-attribute-types.ts';

/** The SDK gives the server five seconds to start, which its Java may not have on a busy machine. */
const STARTS = 3;
const notStartedYet = /did not start within/;

/** A Temporal server of its own whose time passes only when a test waits for it; with the loop's search attributes. */
export async function timeSkippingServer(): Promise<TestWorkflowEnvironment> {
  quietRuntime();
  const server = await started();
  await server.connection.operatorService.addSearchAttributes({
    namespace: server.namespace ?? 'default',
    searchAttributes: indexedTypes(searchAttributes),
  });
  return server;
}

async function started(): Promise<TestWorkflowEnvironment> {
  const path = testServer('BIHUAN_TEST_TIME_SKIPPING');
  for (let start = 1; ; start += 1) {
    try {
      return await TestWorkflowEnvironment.createTimeSkipping({
        server: { executable: { type: 'existing-path', path } },
      });
    } catch (error) {
      if (start === STARTS || !notStartedYet.test(String(error))) throw error;
    }
  }
}

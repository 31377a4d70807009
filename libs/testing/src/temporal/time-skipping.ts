import { searchAttributes } from '@bihuan/contracts/loop';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { testServer } from '../test-servers.ts';
import { quietRuntime } from './quiet-runtime.ts';
import { indexedTypes } from './search-attribute-types.ts';

/** A Temporal server of its own whose time passes only when a test waits for it; with the loop's search attributes. */
export async function timeSkippingServer(): Promise<TestWorkflowEnvironment> {
  const path = testServer('BIHUAN_TEST_TIME_SKIPPING');
  quietRuntime();
  const server = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  await server.connection.operatorService.addSearchAttributes({
    namespace: server.namespace ?? 'default',
    searchAttributes: indexedTypes(searchAttributes),
  });
  return server;
}

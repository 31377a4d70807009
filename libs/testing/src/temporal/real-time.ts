import type { WorkflowSources } from '@bihuan/platform/temporal-runtime';
import { NativeConnection } from '@temporalio/worker';
import { LoopWorld } from './loop-world.ts';
import { quietRuntime } from './quiet-runtime.ts';
import { createTestNamespace, type TestNamespace } from './test-namespace.ts';
import { sharedWorkflowBundle } from './workflow-bundle.ts';

/** Loops on the real server, in a namespace of their own; time passes as it does. */
export interface RealTime {
  readonly world: LoopWorld;
  readonly server: TestNamespace;
  close(): Promise<void>;
}

export async function realTime(workflow: WorkflowSources): Promise<RealTime> {
  const bundle = await sharedWorkflowBundle(workflow);
  const server = await createTestNamespace();
  quietRuntime();
  const { address, client, namespace } = server;
  const connection = await NativeConnection.connect({ address });
  const now = () => Promise.resolve(Date.now());
  const world = await LoopWorld.start({ client, connection, namespace, now }, bundle);
  return {
    world,
    server,
    close: async () => {
      await world.close();
      await connection.close();
      await server.close();
    },
  };
}

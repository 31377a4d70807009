import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { serveJob } from '../harness/child.ts';
import { bareSignal, bareType } from './bare.workflow.ts';

/** Starts bare workflows and signals them until they end. */
export interface BareLoopLoad {
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly taskQueue: string;
  readonly loops: number;
  readonly inFlight: number;
  readonly signals: number;
  readonly timers: number;
  readonly run: string;
}

/** Workflows that one caller signals in turn: while the others are signalled, each has time to take its own. */
const IN_TURN = 4;

serveJob<BareLoopLoad>(async ({ temporal, taskQueue, loops, inFlight, signals, timers, run }) => {
  const connection = await Connection.connect({ address: temporal.address });
  const { workflow } = new Client({ connection, namespace: temporal.namespace });
  const start = (n: number): Promise<WorkflowHandle> =>
    workflow.start(bareType, {
      workflowId: `${run}-${n}`,
      taskQueue,
      args: [`${run}-${n}`, signals, timers],
    });
  return async () => {
    let next = 0;
    const caller = async (): Promise<void> => {
      while (next < loops) {
        const from = next;
        next = Math.min(loops, next + IN_TURN);
        const handles = await Promise.all(Array.from({ length: next - from }, (_, n) => start(from + n)));
        for (let signal = 0; signal < signals; signal += 1)
          for (const handle of handles) await handle.signal(bareSignal);
        for (const handle of handles) await handle.result();
      }
    };
    await Promise.all(Array.from({ length: Math.ceil(inFlight / IN_TURN) }, caller));
    await connection.close();
    return {};
  };
});

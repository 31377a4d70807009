import { Client, Connection } from '@temporalio/client';
import type { InjectedSinks } from '@temporalio/worker';
import { bareWorker } from '../harness/bare-worker.ts';
import { serveJob } from '../harness/child.ts';
import { type BareActivities, bareSignal, type BareSinks, bareType } from './bare.workflow.ts';

/** Starts bare workflows and signals them until they end; runs them with the worker that the product runs its own with. */
export interface BareLoopLoad {
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly taskQueue: string;
  /** The bundle of the workflow. */
  readonly codePath: string;
  readonly loops: number;
  readonly inFlight: number;
  readonly signals: number;
  readonly timers: number;
  readonly run: string;
}

const activities: BareActivities = { load: (id) => Promise.resolve(id) };
const waiting = new Map<string, () => void>();
const placeOf = (id: string, times: number) => `${id} ${times}`;
const sinks: InjectedSinks<BareSinks> = {
  caller: {
    woken: {
      fn: (_, id, times) => {
        waiting.get(placeOf(id, times))?.();
      },
    },
  },
};

/** The workflow waits for its n-th signal. Asked for before it can happen. */
function waits(id: string, times: number): Promise<void> {
  return new Promise<void>((resolve) => waiting.set(placeOf(id, times), resolve)).then(() => {
    waiting.delete(placeOf(id, times));
  });
}

serveJob(async ({ temporal, taskQueue, codePath, loops, inFlight, signals, timers, run }: BareLoopLoad) => {
  const worker = await bareWorker(temporal, { taskQueue, codePath, activities, sinks });
  const connection = await Connection.connect({ address: temporal.address });
  const { workflow } = new Client({ connection, namespace: temporal.namespace });
  return async () => {
    let next = 0;
    const caller = async (): Promise<void> => {
      while (next < loops) {
        const id = `${run}-${next}`;
        next += 1;
        let woken = waits(id, 1);
        const handle = await workflow.start(bareType, {
          workflowId: id,
          taskQueue,
          args: [id, signals, timers],
        });
        for (let signal = 1; signal <= signals; signal += 1) {
          await woken;
          if (signal < signals) woken = waits(id, signal + 1);
          await handle.signal(bareSignal);
        }
        await handle.result();
      }
    };
    await Promise.all(Array.from({ length: inFlight }, caller));
    await connection.close();
    await worker.stop();
    return {};
  };
});

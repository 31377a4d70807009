import { taskQueues } from '@bihuan/contracts/loop';
import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';

type Queue = keyof typeof taskQueues;
type Activities = NonNullable<WorkerOptions['activities']>;

export interface RunningWorkers {
  stop(): Promise<void>;
}

/** Workers for a bundle of workflows, and for each service whose activities a test answers itself. */
export async function startWorkers(
  { connection, namespace }: { readonly connection: NativeConnection; readonly namespace: string },
  activities: Readonly<Partial<Record<Queue, Activities>>>,
  workflowBundle?: { readonly codePath: string },
): Promise<RunningWorkers> {
  const running: { worker: Worker; ended: Promise<void> }[] = [];
  const run = async (queue: Queue, options: Partial<WorkerOptions>) => {
    const worker = await Worker.create({ connection, namespace, taskQueue: taskQueues[queue], ...options });
    running.push({ worker, ended: worker.run() });
  };
  if (workflowBundle) await run('workflows', { workflowBundle });
  for (const [queue, answers] of Object.entries(activities))
    await run(queue as Queue, { activities: answers });
  return {
    stop: async () => {
      for (const { worker } of running) worker.shutdown();
      await Promise.all(running.map(({ ended }) => ended));
    },
  };
}

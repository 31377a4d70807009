import {
  type AssessedMonth,
  type AssessmentActivities,
  type CampaignMonth,
  type MonthlyInput,
  monthlyTypes,
  taskQueues,
} from '@bihuan/contracts/loop';
import { errorCodes, type ErrorCode } from '@bihuan/contracts';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';

/** What assessment answers to one ask: a month that it assessed, or a failure. */
export type AssessmentAnswer = (month: CampaignMonth) => AssessedMonth;

export const assessed: AssessmentAnswer = (month) => ({
  ...month,
  found: 48,
  struckOff: 31,
  assessedAt: '2023-11-08T01:00:00.000Z',
});

/** Refused as the service does it: the code as type, its text in Chinese, for good below 500. */
export const refuses = (
  code: ErrorCode,
  values: Readonly<Record<string, string | number>> = {},
): AssessmentAnswer => {
  const { zh, status } = errorCodes[code];
  const message = zh.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
  return () => {
    throw ApplicationFailure.create({ type: code, message, nonRetryable: status < 500 });
  };
};

export interface OfficeServer {
  readonly client: Client;
  readonly connection: NativeConnection;
  readonly namespace: string;
}

/** A worker for the workflow and one for assessment, which answers from a list; the last answer stays. */
export class AssessmentOffice {
  readonly #workers: { readonly worker: Worker; readonly ended: Promise<void> }[] = [];
  #answers: AssessmentAnswer[] = [assessed];
  /** Months that were asked for, in order. */
  readonly asked: CampaignMonth[] = [];

  private constructor(private readonly server: OfficeServer) {}

  static async start(server: OfficeServer, workflowBundle: { codePath: string }): Promise<AssessmentOffice> {
    const office = new AssessmentOffice(server);
    const { connection, namespace } = server;
    const run = async (taskQueue: string, options: Partial<WorkerOptions>) => {
      const worker = await Worker.create({ connection, namespace, taskQueue, ...options });
      office.#workers.push({ worker, ended: worker.run() });
    };
    await run(taskQueues.workflows, { workflowBundle });
    await run(taskQueues.assessment, { activities: office.#activities });
    return office;
  }

  /** Forgets what was asked, and answers like this from now on. */
  answers(...answers: AssessmentAnswer[]): void {
    this.asked.length = 0;
    this.#answers = [...answers];
  }

  begin(workflowId: string, input: Partial<MonthlyInput> = {}): Promise<WorkflowHandle> {
    return this.server.client.workflow.start(monthlyTypes.assessment, {
      workflowId,
      taskQueue: taskQueues.workflows,
      args: [{ campaignCode: 'SX2023', month: '2023-10', businessOffsetMs: 0, ...input }],
    });
  }

  async close(): Promise<void> {
    for (const { worker } of this.#workers) worker.shutdown();
    await Promise.all(this.#workers.map(({ ended }) => ended));
  }

  readonly #activities: AssessmentActivities = {
    assessMonth: (month) => {
      this.asked.push(month);
      const [answer = assessed, ...rest] = this.#answers;
      if (rest.length > 0) this.#answers = rest;
      return new Promise((resolve) => {
        resolve(answer(month));
      });
    },
  };
}

/** What the Temporal UI shows as the run's current details. */
export async function detailsOf(handle: WorkflowHandle): Promise<string> {
  const { currentDetails } = await handle.query<{ currentDetails: string }>('__temporal_workflow_metadata');
  return currentDetails;
}

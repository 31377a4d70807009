import {
  type CampaignMonth,
  monthlyIdOf,
  type MonthlyInput,
  type MonthlyKind,
  monthlyTypes,
  taskQueues,
} from '@bihuan/contracts';
import { searchKeys } from '@bihuan/hazard-loop';
import { BusinessClock } from '@bihuan/platform/config';
import { TemporalClient } from '@bihuan/platform/temporal';
import { Injectable } from '@nestjs/common';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { Outcome } from './loops.ts';

/** What the workflows of a month are called. */
export const monthlyWords: Readonly<Record<MonthlyKind, string>> = {
  disclosure: '月度信息公开',
  assessment: '月度考核通报',
};

/** The workflows of months: one a campaign, month and kind, however often it is asked for. */
@Injectable()
export class Months {
  constructor(
    private readonly temporal: TemporalClient,
    private readonly clock: BusinessClock,
  ) {}

  /**
   * Starts the workflow of a month, unless it runs or has done its work.
   *
   * @throws whatever Temporal answers while it is away: to be tried again
   */
  async start(kind: MonthlyKind, { campaignCode, month }: CampaignMonth): Promise<Outcome> {
    const input: MonthlyInput = { campaignCode, month, businessOffsetMs: this.clock.offsetMs() };
    try {
      await this.temporal.briefly((workflow) =>
        workflow.start(monthlyTypes[kind], {
          workflowId: monthlyIdOf(kind, { campaignCode, month }),
          taskQueue: taskQueues.workflows,
          args: [input],
          workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
          staticSummary: `${monthlyWords[kind]} · ${campaignCode} · ${month}`,
          typedSearchAttributes: [{ key: searchKeys.campaign, value: campaignCode }],
        }),
      );
      return 'told';
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError) return 'finished';
      throw error;
    }
  }
}

import type { CampaignMonth, MonthlyInput } from '@bihuan/contracts/loop';
import { monthBefore } from '@bihuan/process-core';
import { defineSearchAttributeKey } from '@temporalio/common';
import { workflowInfo } from '@temporalio/workflow';

/** When the schedule meant the run to start; a run that caught up after an outage started later. */
const scheduledStart = defineSearchAttributeKey('TemporalScheduledStartTime', 'DATETIME');

/** The month that is named; else the one before the scheduled business time. */
export function monthOf({ campaignCode, month, businessOffsetMs }: MonthlyInput): CampaignMonth {
  if (month !== undefined) return { campaignCode, month };
  const { typedSearchAttributes, startTime } = workflowInfo();
  const start = typedSearchAttributes.get(scheduledStart) ?? startTime;
  return { campaignCode, month: monthBefore(new Date(start.getTime() + businessOffsetMs)) };
}

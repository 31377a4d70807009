import type { MonthlyInput } from '@bihuan/contracts/loop';
import { monthBefore } from '@bihuan/process-core';
import { defineSearchAttributeKey } from '@temporalio/common';
import { ApplicationFailure, workflowInfo } from '@temporalio/workflow';

/** Set by the server on runs that a schedule starts: the time for which it was scheduled, whenever it came to start. */
const scheduledStart = defineSearchAttributeKey('TemporalScheduledStartTime', 'DATETIME');

/** The month before the scheduled time, in business time: right for a run that was caught up with or filled in later. */
export function scheduledMonth({ businessOffsetMs }: MonthlyInput): string {
  const at = workflowInfo().typedSearchAttributes.get(scheduledStart);
  if (!at) throw ApplicationFailure.nonRetryable('没有给出月份，也不是由计划启动的', 'month.missing');
  return monthBefore(new Date(at.getTime() + businessOffsetMs));
}

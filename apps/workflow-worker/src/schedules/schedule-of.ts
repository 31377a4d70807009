import {
  type Campaign,
  type MonthlyInput,
  type MonthlyKind,
  monthlyTypes,
  scheduleIdOf,
  taskQueues,
} from '@bihuan/contracts';
import { campaignPolicyOn, monthlyDaysOf, monthlyInstants } from '@bihuan/process-core';
import type { CalendarSpec, ScheduleOptions } from '@temporalio/client';
import { monthlyWords } from '../bridge/months.ts';

const MONTHS = [
  'JANUARY',
  'FEBRUARY',
  'MARCH',
  'APRIL',
  'MAY',
  'JUNE',
  'JULY',
  'AUGUST',
  'SEPTEMBER',
  'OCTOBER',
  'NOVEMBER',
  'DECEMBER',
] as const;

/** A server that was away so long still takes what it missed. */
const CATCHUP = '60 days';

/**
 * The schedule by which a campaign's months are asked for: one explicit instant a month, business dates of the policy
 * turned into real time by the deployment's offset.
 *
 * @param offsetMs business time minus system time, milliseconds
 */
export function scheduleOf(kind: MonthlyKind, campaign: Campaign, offsetMs: number): ScheduleOptions {
  const { code } = campaign;
  const input: MonthlyInput = { campaignCode: code, businessOffsetMs: offsetMs };
  const scheduleId = scheduleIdOf(kind, code);
  return {
    scheduleId,
    spec: { calendars: monthlyInstants(kind, campaign).map((instant) => exactly(instant, offsetMs)) },
    action: {
      type: 'startWorkflow',
      workflowType: monthlyTypes[kind],
      workflowId: scheduleId,
      taskQueue: taskQueues.workflows,
      args: [input],
      staticSummary: `${monthlyWords[kind]} · ${code} · 按计划启动`,
    },
    // A month may still wait for something when the next one's time comes; the months follow one another by themselves.
    policies: { overlap: 'ALLOW_ALL', catchupWindow: CATCHUP, pauseOnFailure: false },
    state: { note: noteOf(kind, campaign) },
  };
}

/** Schedules know whole seconds: never before the business time. In UTC, which has no other offset. */
function exactly(business: Date, offsetMs: number): CalendarSpec {
  const real = new Date(Math.ceil((business.getTime() - offsetMs) / 1_000) * 1_000);
  return {
    year: real.getUTCFullYear(),
    month: MONTHS[real.getUTCMonth()] ?? 'JANUARY',
    dayOfMonth: real.getUTCDate(),
    hour: real.getUTCHours(),
    minute: real.getUTCMinutes(),
    second: real.getUTCSeconds(),
    comment: business.toISOString(),
  };
}

function noteOf(kind: MonthlyKind, campaign: Campaign): string {
  const days = monthlyDaysOf(campaignPolicyOn(campaign, campaign.startsOn));
  const day = kind === 'disclosure' ? days.edition : days.assessment;
  return `${campaign.nameZh}：${monthlyWords[kind]}，次月${day}日 ${days.at}（北京时间，业务时间；政策变更后以新政策为准）。由专项行动的政策生成，请在政策中修改。`;
}

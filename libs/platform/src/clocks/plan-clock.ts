import type { ClockKind, Policy } from '@bihuan/contracts';
import {
  type Bilingual,
  clockRuleOf,
  dueOf,
  explainNamedDue,
  nextWake,
  type PlannedRung,
  rungTimes,
  type WorkingCalendar,
} from '@bihuan/process-core';
import type { ClockRow } from '../persistence/index.ts';
import { clockId, type ClockOwner, stateOfClock } from './clock-record.ts';

/** A clock to be opened. */
export interface ClockRequest {
  readonly kind: ClockKind;
  /** What it is about: a hazard number or the id of a handover. With owner and kind it makes the clock's id. */
  readonly subject: string;
  readonly hazardNo: string;
  /** Business time of the start fact. */
  readonly start: Date;
  /** A due that a person named, never moved by the calendar; left out: the policy's period from the start. */
  readonly namedDue?: Date;
  readonly waitsFor: { readonly orgCode: string; readonly orgName: string };
  /** The campaign's policy in force at the start. */
  readonly policy: Policy;
}

/** Another due for an open clock, with the reason for it. */
export interface MoveRequest {
  readonly due: Date;
  readonly policy: Policy;
  readonly explanation: Bilingual;
}

export type ClockPlan = Omit<ClockRow, 'remindedAt' | 'overdueAt' | 'endedAt'> & {
  readonly rungs: readonly PlannedRung[];
};
export type MovePlan = Pick<
  ClockRow,
  'due' | 'wakeAt' | 'policyVersion' | 'calendarVersion' | 'explanationZh' | 'explanationEn'
> & {
  readonly rungs: readonly PlannedRung[];
};

/** Works out due, ladder and explanation of a new clock. */
export function planClock(owner: ClockOwner, request: ClockRequest, calendar: WorkingCalendar): ClockPlan {
  const { kind, subject, hazardNo, start, namedDue, waitsFor, policy } = request;
  const rule = clockRuleOf(policy, kind);
  const counted = namedDue
    ? { due: namedDue, provisional: false, explanation: explainNamedDue(namedDue) }
    : dueOf(start, rule.period, calendar, policy.dayEnds);
  const rungs = rungTimes(rule.ladder, start, counted.due, calendar);
  return {
    id: clockId(owner, kind, subject),
    kind,
    hazardNo,
    version: 1,
    state: 'open',
    startedAt: start,
    due: counted.due,
    wakeAt: nextWake({ state: 'open', due: counted.due, rungs }),
    waitsForOrg: waitsFor.orgCode,
    waitsForName: waitsFor.orgName,
    rungs,
    policyVersion: policy.version,
    calendarVersion: calendar.version,
    provisional: counted.provisional,
    explanationZh: counted.explanation.zh,
    explanationEn: counted.explanation.en,
  };
}

/** Works out the ladder of an open clock anew; rungs that are behind it stay behind it. */
export function planMove(clock: ClockRow, request: MoveRequest, calendar: WorkingCalendar): MovePlan {
  const { due, policy, explanation } = request;
  const ahead = new Set(stateOfClock(clock).rungs.map(({ rung }) => rung));
  const { ladder } = clockRuleOf(policy, clock.kind as ClockKind);
  const rungs = rungTimes(ladder, clock.startedAt, due, calendar).filter(({ rung }) => ahead.has(rung));
  return {
    due,
    rungs,
    wakeAt: nextWake({ state: 'open', due, rungs }),
    policyVersion: policy.version,
    calendarVersion: calendar.version,
    explanationZh: explanation.zh,
    explanationEn: explanation.en,
  };
}

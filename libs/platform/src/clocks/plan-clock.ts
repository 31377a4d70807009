import { campaignOf, type ClockKind, type Obligation, type Period, type Policy } from '@bihuan/contracts';
import {
  asBrought,
  type Bilingual,
  clockRuleOf,
  countDays,
  type Due,
  dueOf,
  explainNamedDue,
  nextWake,
  type PlannedRung,
  rungTimes,
  type WorkingCalendar,
  writtenDays,
} from '@bihuan/process-core';
import type { ClockRow } from '../persistence/index.ts';
import { clockId, type ClockOwner } from './clock-record.ts';

/** What every clock to be opened is made of. */
interface ClockTerms {
  readonly kind: ClockKind;
  /** What it is about: a hazard number, the id of a handover, a campaign's month. With owner and kind it makes the clock's id. */
  readonly subject: string;
  /** Business time of the start fact. */
  readonly start: Date;
  /** A due that a person named, never moved by the calendar; left out: the policy's period from the start. */
  readonly namedDue?: Date;
  /** Another period than the policy's for this kind, where a rule of the policy sets one for the case. */
  readonly period?: Period;
  readonly waitsFor: { readonly orgCode: string; readonly orgName: string };
  /** The campaign's policy in force at the start; a hazard that has clocks already goes on by theirs. */
  readonly policy: Policy;
  /**
   * When a ledger from an older system brought the hazard: rungs before that are recorded as skipped, later ones keep
   * their times. Left out for a hazard that was registered here.
   */
  readonly broughtAt?: Date | undefined;
}

/** A clock of a hazard. */
export interface HazardClockRequest extends ClockTerms {
  readonly hazardNo: string;
}

/** A clock that belongs to no hazard. */
export interface ObligationRequest extends ClockTerms {
  readonly obligation: Obligation;
  /** Its due, and why then. */
  readonly namedDue: Date;
  readonly explanation: Bilingual;
}

export type ClockRequest = HazardClockRequest | ObligationRequest;

/** How a clock ended before its hazard was brought. */
export interface PastEnd {
  readonly state: 'met' | 'cancelled';
  /** Business time, ahead of the ledger that tells of it. */
  readonly at: Date;
}

export type ClockPlan = Omit<ClockRow, 'remindedAt' | 'toTell'> & {
  readonly rungs: readonly PlannedRung[];
  readonly skipped: readonly PlannedRung[];
};
/** Works out due, ladder and explanation of a new clock. */
export function planClock(owner: ClockOwner, request: ClockRequest, calendar: WorkingCalendar): ClockPlan {
  const { kind, subject, start, waitsFor, policy, broughtAt } = request;
  const rule = clockRuleOf(policy, kind);
  const period = request.namedDue ? null : (request.period ?? rule.period);
  const counted = countedDue(request, period ?? rule.period, calendar);
  const { due: named, explanation } = counted;
  const base = period ? { period } : { named, explanation };
  const terms = { start, base, dayEnds: policy.dayEnds, changes: [] };
  const ladder = rungTimes(rule.ladder, start, counted.due, calendar);
  const { rungs, skipped, overdueAt } = broughtAt
    ? asBrought(counted.due, ladder, broughtAt)
    : { rungs: ladder, skipped: [], overdueAt: null };
  return {
    id: clockId(owner, kind, subject),
    kind,
    hazardNo: 'hazardNo' in request ? request.hazardNo : null,
    obligation: 'obligation' in request ? request.obligation : null,
    campaignCode: campaignOfRequest(request),
    version: 1,
    state: 'open',
    startedAt: start,
    period,
    namedDue: request.namedDue ?? null,
    dayEnds: policy.dayEnds,
    pausedAt: null,
    ladder: 1,
    ladderSince: start,
    due: counted.due,
    wakeAt: nextWake({ state: 'open', due: counted.due, rungs }),
    endedAt: null,
    overdueAt,
    waitsForOrg: waitsFor.orgCode,
    waitsForName: waitsFor.orgName,
    rungs,
    skipped,
    policyVersion: policy.version,
    calendarVersion: calendar.version,
    provisional: counted.provisional,
    explanationZh: counted.explanation.zh,
    explanationEn: counted.explanation.en,
    days: writtenDays(countDays(terms, calendar)),
  };
}

function campaignOfRequest(request: ClockRequest): string {
  return 'hazardNo' in request ? campaignOf(request.hazardNo) : request.obligation.subject.campaignCode;
}

function countedDue(request: ClockRequest, period: Period, calendar: WorkingCalendar): Due {
  const { start, namedDue, policy } = request;
  if (!namedDue) return dueOf(start, period, calendar, policy.dayEnds);
  const explanation = 'explanation' in request ? request.explanation : explainNamedDue(namedDue);
  return { due: namedDue, provisional: false, explanation };
}

/** A clock that had ended before its hazard was brought: late where the end came at or after the due, and climbed by nobody. */
export function planEnded(
  owner: ClockOwner,
  request: HazardClockRequest,
  { state, at }: PastEnd,
  calendar: WorkingCalendar,
): ClockPlan {
  const plan = planClock(owner, { ...request, broughtAt: undefined }, calendar);
  const overdueAt = plan.due <= at ? plan.due : null;
  return { ...plan, state, wakeAt: null, endedAt: at, overdueAt, rungs: [], skipped: [] };
}

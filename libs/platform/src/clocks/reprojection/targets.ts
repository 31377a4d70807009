import type { ClockKind, Period, Policy, ReprojectionCause } from '@bihuan/contracts';
import {
  type ClockTerms,
  clockRuleOf,
  countDays,
  explainNamedDue,
  type PlannedRung,
  projectDue,
  rungTimes,
  type WorkingCalendar,
  writtenDays,
} from '@bihuan/process-core';
import type { ClockChangeRow, ClockRow } from '../../persistence/index.ts';
import { termsOf } from '../clock-terms.ts';
import type { ClockGroup } from './groups.ts';

/** How the clocks of a group stand from now on, as the statement takes it. */
export interface Target {
  readonly key: string;
  readonly due: Date;
  readonly provisional: boolean;
  readonly explanation_zh: string;
  readonly explanation_en: string;
  /** As `writtenDays` writes them. */
  readonly days: string;
  readonly policy_version: number;
  readonly day_ends: string;
  /** Null where it is counted by none. */
  readonly period: Period | null;
  /** The whole ladder from now on, or from when it stands still, in order; which of it a clock has ahead is the statement's business. */
  readonly ahead: readonly PlannedRung[];
  /** The ladder before that. */
  readonly missed: readonly PlannedRung[];
}

/** Policies by which clocks run, and those they are moved to. */
export interface Policies {
  of(campaignCode: string, version: number): Policy;
}

/** What a clock is counted by, before and after. */
interface Counted {
  readonly campaignCode: string;
  readonly kind: ClockKind;
  readonly policyVersion: number;
  readonly dayEnds: string;
  readonly period: Period | null;
  readonly terms: ClockTerms;
}

/** Computes dates and ladders of groups, and of clocks on their own, by the calendar of today. */
export class Targets {
  constructor(
    private readonly cause: ReprojectionCause,
    private readonly policies: Policies,
    private readonly calendar: WorkingCalendar,
    private readonly now: Date,
  ) {}

  ofGroup(group: ClockGroup): Target {
    const { startedAt, period, namedDue, dayEnds } = group;
    const named = namedDue ?? startedAt;
    const base = period ? { period } : { named, explanation: explainNamedDue(named) };
    const terms: ClockTerms = { start: startedAt, base, dayEnds, changes: [] };
    return this.target(group.key, { ...group, terms }, startOfDayBefore(startedAt));
  }

  /** @param changes of this clock, oldest first */
  ofClock(row: ClockRow, changes: readonly ClockChangeRow[]): Target {
    const { campaignCode, policyVersion, dayEnds, period } = row;
    const terms = termsOf(row, changes);
    const counted = { campaignCode, kind: row.kind as ClockKind, policyVersion, dayEnds, period, terms };
    // A clock that stands still misses nothing by what passes meanwhile.
    return this.target(row.id, counted, row.ladderSince, row.pausedAt ?? this.now);
  }

  private target(key: string, clock: Counted, ladderFrom: Date, missedUntil = this.now): Target {
    const before = this.policies.of(clock.campaignCode, clock.policyVersion);
    const after =
      this.cause.kind === 'policy' ? this.policies.of(clock.campaignCode, this.cause.toVersion) : before;
    const rule = clockRuleOf(after, clock.kind);
    const period = movedPeriod(clock, before, after);
    const dayEnds = this.cause.kind === 'policy' ? after.dayEnds : clock.dayEnds;
    const terms = { ...clock.terms, dayEnds, ...(period && { base: { period } }) };
    const { due, provisional, explanation } = projectDue(terms, this.calendar);
    const ladder = rungTimes(rule.ladder, ladderFrom, due, this.calendar);
    return {
      ...{ key, due, provisional, period, day_ends: dayEnds, policy_version: after.version },
      ...{ explanation_zh: explanation.zh, explanation_en: explanation.en },
      days: writtenDays(countDays(terms, this.calendar)),
      ahead: ladder.filter(({ at }) => at >= missedUntil),
      missed: ladder.filter(({ at }) => at < missedUntil),
    };
  }
}

/** A period that was set for the case, and not by the policy's rule, stays what it is. */
function movedPeriod({ kind, period }: Counted, before: Policy, after: Policy): Period | null {
  if (period === null) return null;
  const own = JSON.stringify(clockRuleOf(before, kind).period) !== JSON.stringify(period);
  return own ? period : clockRuleOf(after, kind).period;
}

/** The statement leaves out each clock's rungs that lie before its own ladder began: none may be missing here. */
function startOfDayBefore(start: Date): Date {
  return new Date(start.getTime() - 86_400_000);
}

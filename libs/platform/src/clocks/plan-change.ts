import {
  type ClockChange,
  type ClockTerms,
  countDays,
  nextWake,
  type PlannedRung,
  projectDue,
  putOff,
  rungTimes,
  type WorkingCalendar,
  writtenDays,
} from '@bihuan/process-core';
import type { ClockRule } from '@bihuan/contracts';
import type { ClockRow } from '../persistence/index.ts';
import { stateOfClock } from './clock-record.ts';

/** How a clock stands after a change. */
export type ChangePlan = Pick<
  ClockRow,
  | 'due'
  | 'wakeAt'
  | 'ladder'
  | 'ladderSince'
  | 'pausedAt'
  | 'calendarVersion'
  | 'explanationZh'
  | 'explanationEn'
  | 'days'
  | 'provisional'
  | 'overdueAt'
> & { readonly rungs: readonly PlannedRung[] };

/** An open clock with what its due follows from, and the rule it runs by. */
export interface RunningClock {
  readonly row: ClockRow;
  readonly terms: ClockTerms;
  /** Since when it loses days by standing still; null while it runs. */
  readonly losesSince: Date | null;
  readonly rule: ClockRule;
}

/** It stands still: nobody is reminded of it, and it is not late by what passes meanwhile. */
export function planPause({ row }: RunningClock, now: Date): ChangePlan {
  const { rungs } = stateOfClock(row);
  const overdueAt = row.due <= now ? row.due : row.overdueAt;
  return { ...countedBefore(row), ...ladderOf(row), overdueAt, rungs, pausedAt: now, wakeAt: null };
}

/**
 * It goes on: the days of the pause do not count. What was late when it stood still stays late by the same date, its
 * rungs put off.
 */
export function planResume(
  clock: RunningClock,
  pausedAt: Date,
  now: Date,
  calendar: WorkingCalendar,
): ChangePlan {
  const { row, terms, losesSince, rule } = clock;
  const { overdueAt } = row;
  const pause = { from: pausedAt, to: now };
  const ahead = stateOfClock(row).rungs;
  if (pausedAt >= row.due) {
    const rungs = putOff(ahead, pause, calendar);
    return {
      ...countedBefore(row),
      ...ladderOf(row),
      rungs,
      pausedAt: null,
      overdueAt,
      ...woken(row, rungs, true),
    };
  }
  const lost = { from: losesSince ?? pausedAt, to: now };
  const counted = projected(terms, { kind: 'pause', ...lost }, calendar);
  const names = new Set(ahead.map(({ rung }) => rung));
  const whole = rungTimes(rule.ladder, row.startedAt, counted.due, calendar);
  const rungs = whole.filter(({ rung }) => names.has(rung));
  return { ...counted, ...ladderOf(row), rungs, pausedAt: null, overdueAt, ...woken(counted, rungs) };
}

/**
 * Another date was granted: a ladder of its own is climbed for it, so that whoever does not keep that one either is
 * told of anew. A clock that stands still goes on standing still: what passes meanwhile takes no rung of the new ladder
 * away and makes it late for nothing.
 *
 * @param until not earlier than the due; one that is not later leaves date, ladder and lateness as they are
 */
export function planExtension(
  clock: RunningClock,
  until: Date,
  now: Date,
  calendar: WorkingCalendar,
): ChangePlan {
  const { row, terms, rule } = clock;
  const { pausedAt } = row;
  const later = until > row.due ? until : row.due;
  const granted = projected(terms, { kind: 'extension', due: later }, calendar);
  if (granted.due.getTime() === row.due.getTime()) {
    const { rungs } = stateOfClock(row);
    const { overdueAt, wakeAt } = row;
    return { ...granted, ...ladderOf(row), rungs, pausedAt, overdueAt, wakeAt };
  }
  const counts = pausedAt ?? now;
  // A date that has passed when it is granted was missed as well: nobody would be told of it otherwise.
  const ladderSince = granted.due < counts ? granted.due : counts;
  const rungs = rungTimes(rule.ladder, ladderSince, granted.due, calendar);
  const wakeAt = pausedAt ? null : woken(granted, rungs).wakeAt;
  const late = granted.due <= now && !(pausedAt && pausedAt < granted.due);
  return {
    ...granted,
    rungs,
    ladder: row.ladder + 1,
    ladderSince,
    pausedAt,
    overdueAt: late ? granted.due : null,
    wakeAt,
  };
}

/** The ladder that it climbs goes on. */
const ladderOf = ({ ladder, ladderSince }: ClockRow) => ({ ladder, ladderSince });

/** The date as it was counted, and why. */
function countedBefore(row: ClockRow) {
  const { due, calendarVersion, explanationZh, explanationEn, days, provisional } = row;
  return { due, calendarVersion, explanationZh, explanationEn, days, provisional };
}

function projected(terms: ClockTerms, change: ClockChange, calendar: WorkingCalendar) {
  const changed = { ...terms, changes: [...terms.changes, change] };
  const { due, provisional, explanation } = projectDue(changed, calendar);
  return {
    due,
    provisional,
    calendarVersion: calendar.version,
    explanationZh: explanation.zh,
    explanationEn: explanation.en,
    days: writtenDays(countDays(changed, calendar)),
  };
}

const woken = ({ due }: { readonly due: Date }, rungs: readonly PlannedRung[], late = false) => ({
  wakeAt: nextWake({ state: 'open', due, rungs, late }),
});

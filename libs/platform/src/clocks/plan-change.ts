import {
  type ClockChange,
  type ClockTerms,
  nextWake,
  type PlannedRung,
  projectDue,
  putOff,
  rungTimes,
  type WorkingCalendar,
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
  | 'pausedAt'
  | 'calendarVersion'
  | 'explanationZh'
  | 'explanationEn'
  | 'provisional'
  | 'overdueAt'
> & { readonly rungs: readonly PlannedRung[] };

/** An open clock with what its due follows from, and the rule it runs by. */
export interface RunningClock {
  readonly row: ClockRow;
  readonly terms: ClockTerms;
  readonly rule: ClockRule;
}

/** It stands still: nobody is reminded of it, and it is not late by what passes meanwhile. */
export function planPause({ row }: RunningClock, now: Date): ChangePlan {
  const { due, ladder, calendarVersion, explanationZh, explanationEn, provisional } = row;
  const { rungs } = stateOfClock(row);
  const overdueAt = due <= now ? due : row.overdueAt;
  const kept = { due, ladder, calendarVersion, explanationZh, explanationEn, provisional, overdueAt, rungs };
  return { ...kept, pausedAt: now, wakeAt: null };
}

/** It goes on: the days of the pause do not count. What was late when it stood still stays late, its rungs put off. */
export function planResume(
  clock: RunningClock,
  pausedAt: Date,
  now: Date,
  calendar: WorkingCalendar,
): ChangePlan {
  const { row, terms, rule } = clock;
  const pause = { from: pausedAt, to: now };
  const counted = projected(terms, { kind: 'pause', ...pause }, calendar);
  const ahead = stateOfClock(row).rungs;
  const names = new Set(ahead.map(({ rung }) => rung));
  const rungs =
    pausedAt >= row.due
      ? putOff(ahead, pause, calendar)
      : rungTimes(rule.ladder, row.startedAt, counted.due, calendar).filter(({ rung }) => names.has(rung));
  return {
    ...counted,
    rungs,
    ladder: row.ladder,
    pausedAt: null,
    overdueAt: row.overdueAt,
    ...woken(counted, rungs),
  };
}

/**
 * Another date was granted: a ladder of its own is climbed for it, so that whoever does not keep that one either is
 * told of anew. A clock that stands still goes on standing still.
 *
 * @param until not earlier than the due; an earlier one changes nothing
 */
export function planExtension(
  clock: RunningClock,
  until: Date,
  now: Date,
  calendar: WorkingCalendar,
): ChangePlan {
  const { row, terms, rule } = clock;
  const granted = projected(terms, { kind: 'extension', due: until }, calendar);
  const rungs = rungTimes(rule.ladder, now, granted.due, calendar);
  const { pausedAt } = row;
  const wakeAt = pausedAt ? null : woken(granted, rungs).wakeAt;
  const overdueAt = granted.due <= now ? granted.due : null;
  return { ...granted, rungs, ladder: row.ladder + 1, pausedAt, overdueAt, wakeAt };
}

function projected(terms: ClockTerms, change: ClockChange, calendar: WorkingCalendar) {
  const { due, provisional, explanation } = projectDue(
    { ...terms, changes: [...terms.changes, change] },
    calendar,
  );
  return {
    due,
    provisional,
    calendarVersion: calendar.version,
    explanationZh: explanation.zh,
    explanationEn: explanation.en,
  };
}

const woken = ({ due }: { readonly due: Date }, rungs: readonly PlannedRung[]) => ({
  wakeAt: nextWake({ state: 'open', due, rungs }),
});

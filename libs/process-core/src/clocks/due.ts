import type { Period } from '@bihuan/contracts';
import type { Bilingual } from '../bilingual.ts';
import { addDays, type LocalDate, toLocalDate } from '../calendar/local-date.ts';
import { atTimeOfDay } from '../calendar/time-of-day.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { explainDays, explainDuration } from './explain.ts';
import { endsWithDay, lastDayOf } from './last-day.ts';
import type { Pause } from './pause.ts';
import { forwards } from './shift.ts';

/** When a clock is late, and why then. */
export interface Due {
  /** Exactly then is late. */
  readonly due: Date;
  /** Counted through a year whose calendar is not stored: to be computed again when it is. */
  readonly provisional: boolean;
  readonly explanation: Bilingual;
}

/**
 * Due of a period. The start day does not count; days, months and working days end at `dayEnds` in Shanghai, and a
 * last day that is not a working day moves to the next one. Hours and seconds run from the instant itself.
 * Basis: our default, written down in the policy.
 *
 * @param dayEnds time of day `HH:MM`, up to `24:00`
 * @param pauses in order; days that they took are not counted, hours run on behind them
 */
export function dueOf(
  start: Date,
  period: Period,
  calendar: WorkingCalendar,
  dayEnds: string,
  pauses: readonly Pause[] = [],
): Due {
  if (!endsWithDay(period)) {
    const due = pauses.reduce(behind, forwards(start, period, calendar));
    return { due, provisional: false, explanation: explainDuration(start, period, due) };
  }
  const startDay = toLocalDate(start);
  const { nominal, lastDay } = lastDayOf(start, period, { calendar, dayEnds, pauses });
  const countedFrom = 'workingDays' in period ? addDays(startDay, 1) : nominal;
  const provisional = calendar.isProvisional(countedFrom < lastDay ? countedFrom : lastDay, lastDay);
  return {
    due: atTimeOfDay(lastDay, dayEnds),
    provisional,
    explanation: explainDays({ startDay, period, nominal, lastDay, dayEnds, provisional, calendar }),
  };
}

/** End of a date that a person named. The calendar never moves it. @param dayEnds time of day `HH:MM`, up to `24:00` */
export function dueOfNamedDate(date: LocalDate, dayEnds: string): Date {
  return atTimeOfDay(date, dayEnds);
}

/** A due counted in hours, after a pause that began before it. */
function behind(due: Date, { from, to }: Pause): Date {
  return from < due ? new Date(due.getTime() + to.getTime() - from.getTime()) : due;
}

import type { Period, PetitionRules } from '@bihuan/contracts';
import { addDays, toLocalDate } from '../calendar/local-date.ts';
import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import { backwards } from '../clocks/shift.ts';

/** The rectification period that a petition wants to be longer. */
export interface RunningPeriod {
  readonly start: Date;
  readonly due: Date;
}

export interface PetitionTerms {
  /** A petition is in time before this instant; exactly then is late. */
  readonly fileBy: Date;
  /** How long its decision may take. */
  readonly decideIn: Period;
}

/**
 * Until when a petition is in time, and how long its decision may take: by the length of the running period, earlier
 * extensions included. Basis: Qingdao 3+X rule of 2012 for long periods, our default for short ones.
 */
export function petitionTerms(
  rules: PetitionRules,
  { start, due }: RunningPeriod,
  calendar: WorkingCalendar,
): PetitionTerms {
  // Midnight belongs to the day that ends there.
  const lastDay = toLocalDate(new Date(due.getTime() - 1));
  const isLong = lastDay > addDays(toLocalDate(start), rules.longPeriodDays);
  const { fileBefore, decideIn } = isLong ? rules.long : rules.short;
  return { fileBy: backwards(due, fileBefore, calendar), decideIn };
}

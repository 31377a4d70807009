import type { DecidePetition, ErrorCode, FilePetition } from '@bihuan/contracts';
import { addMonths, type LocalDate, toLocalDate } from '../calendar/local-date.ts';
import { dueOfNamedDate } from '../clocks/due.ts';

/** Why a petition or its decision is refused, and which field of the request it is about. */
export interface PetitionRefusal {
  readonly code: ErrorCode;
  readonly pointer: string;
}

/** What the last day of rectification is measured by. */
export interface MeasuredBy {
  readonly registeredAt: Date;
  /** End of rectification as it stands. */
  readonly due: Date;
  readonly now: Date;
  /** Time of day `HH:MM` of the policy. */
  readonly dayEnds: string;
}

/** Characters of the reason that agreeing to a late petition takes. Our default. */
export const leastLateReason = 10;

/**
 * Whether a day may become the last one of rectification: later than the running one, not over, and at most a year
 * after registration (Qingdao 3+X rule, 2012).
 */
export function lastDayRefusal(
  until: LocalDate,
  { registeredAt, due, now, dayEnds }: MeasuredBy,
): PetitionRefusal | null {
  const pointer = '/until';
  const end = dueOfNamedDate(until, dayEnds);
  if (end <= due) return { code: 'petition.notLater', pointer };
  if (end <= now) return { code: 'hazard.deadlinePast', pointer };
  if (until > addMonths(toLocalDate(registeredAt), 12)) return { code: 'hazard.deadlineTooFar', pointer };
  return null;
}

/** Steps and a notice that lie ahead have not been taken or given. @param today Asia/Shanghai */
export function futureDates(
  { stepsTaken, noticeToExposed }: Pick<FilePetition, 'stepsTaken' | 'noticeToExposed'>,
  today: LocalDate,
): PetitionRefusal[] {
  const dated = [
    ...stepsTaken.map(({ on }, index) => ({ on, pointer: `/stepsTaken/${index}/on` })),
    { on: noticeToExposed.on, pointer: '/noticeToExposed/on' },
  ];
  return dated.filter(({ on }) => on > today).map(({ pointer }) => ({ code: 'field.invalid', pointer }));
}

/** Whether a petition may be decided like this: no more is granted than was asked for, and a late one not without a reason. */
export function decisionRefusal(
  { agreed, until, opinion }: DecidePetition,
  asked: { readonly until: LocalDate; readonly late: boolean },
): PetitionRefusal | null {
  if (!agreed) return until === undefined ? null : { code: 'field.invalid', pointer: '/until' };
  if (until !== undefined && until > asked.until) return { code: 'petition.beyondAsked', pointer: '/until' };
  if (asked.late && opinion.length < leastLateReason)
    return { code: 'petition.reasonTooShort', pointer: '/opinion' };
  return null;
}

/** Neither who filed it nor anybody of the organisation that did may decide a petition. */
export function isOwnPetition(
  { person, orgCodes }: { readonly person: string; readonly orgCodes: readonly string[] },
  filed: { readonly by: string; readonly org: string },
): boolean {
  return person === filed.by || orgCodes.includes(filed.org);
}

import type { GiveVerdict } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import { addMonths, dueOfNamedDate, toLocalDate } from '@bihuan/process-core';
import type { KnownCase } from './known-case.ts';

/**
 * End of the next rectification period: named in a failed verdict, in none that passed. In the future and at most one
 * year ahead (Qingdao 3+X rule, 2012); the calendar never moves it.
 *
 * @param dayEnds time of day `HH:MM` of the policy
 * @returns null for a verdict that passed
 * @throws acceptance.newDeadlineRequired, hazard.deadlinePast, hazard.deadlineTooFar, field.invalid
 */
export function nextDeadline(
  { passed, newDeadline }: Pick<GiveVerdict, 'passed' | 'newDeadline'>,
  now: Date,
  dayEnds: string,
): Date | null {
  const pointer = '/newDeadline';
  if (passed) {
    if (newDeadline !== undefined) throw new DomainError('field.invalid', { pointer });
    return null;
  }
  if (newDeadline === undefined) throw new DomainError('acceptance.newDeadlineRequired', { pointer });
  const deadline = dueOfNamedDate(newDeadline, dayEnds);
  if (deadline <= now) throw new DomainError('hazard.deadlinePast', { pointer });
  if (newDeadline > addMonths(toLocalDate(now), 12))
    throw new DomainError('hazard.deadlineTooFar', { pointer });
  return deadline;
}

/** The visit on site lies between the day completion was reported and today. @throws field.invalid */
export function checkVisit(
  visitedOn: string,
  { facts, round }: Pick<KnownCase, 'facts' | 'round'>,
  now: Date,
): void {
  const completedAt = facts.rounds[round]?.completedAt;
  const tooEarly = completedAt !== undefined && visitedOn < toLocalDate(new Date(completedAt));
  if (tooEarly || visitedOn > toLocalDate(now))
    throw new DomainError('field.invalid', { pointer: '/visitedOn' });
}

import { DomainError } from '@bihuan/platform/errors';
import { toLocalDate } from '@bihuan/process-core';
import type { KnownCase } from './known-case.ts';

/**
 * Whether completion reported now is on time; exactly at the deadline is late. A round is completed once.
 *
 * @param finishedOn day on which the work was finished, Asia/Shanghai, today at the latest
 * @throws hazard.stateConflict, field.invalid
 */
export function completionOnTime(
  { facts, round, state, deadline }: Pick<KnownCase, 'facts' | 'round' | 'state' | 'deadline'>,
  finishedOn: string,
  now: Date,
): boolean {
  if (facts.rounds[round]?.completedAt) throw new DomainError('hazard.stateConflict', { params: { state } });
  if (finishedOn > toLocalDate(now)) throw new DomainError('field.invalid', { pointer: '/finishedOn' });
  return now < deadline;
}

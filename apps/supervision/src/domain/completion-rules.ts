import { DomainError } from '@bihuan/platform/errors';
import type { ClockRow } from '@bihuan/platform/persistence';
import { toLocalDate } from '@bihuan/process-core';
import type { KnownCase } from './known-case.ts';

/**
 * Whether completion reported now is on time; exactly at the due is late, and while the clock stands still nothing
 * gets late. A round is completed once.
 *
 * @param clock that of the round's rectification, with what was paused and granted in its due; null once it has ended
 * @param finishedOn day on which the work was finished, Asia/Shanghai, today at the latest
 * @throws hazard.stateConflict, field.invalid
 */
export function completionOnTime(
  { state }: Pick<KnownCase, 'state'>,
  clock: Pick<ClockRow, 'due' | 'pausedAt'> | null,
  finishedOn: string,
  now: Date,
): boolean {
  if (!clock) throw new DomainError('hazard.stateConflict', { params: { state } });
  if (finishedOn > toLocalDate(now)) throw new DomainError('field.invalid', { pointer: '/finishedOn' });
  return (clock.pausedAt ?? now) < clock.due;
}

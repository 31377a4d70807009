import { type ClockChange, type ClockTerms, explainNamedDue } from '@bihuan/process-core';
import type { EntityManager } from 'typeorm';
import type { ClockChangeRow, ClockRow } from '../persistence/index.ts';

/** Columns of the table of changes under the names of `ClockChangeRow`. */
export const changeColumns = `id, clock_id AS "clockId", kind, at, due_before AS "dueBefore", due_after AS "dueAfter",
  reason_code AS "reasonCode", reason, reference, person, org_code AS "orgCode"`;

/** What changed some clocks, oldest first. */
export function changesOf(tx: EntityManager, clockIds: readonly string[]): Promise<ClockChangeRow[]> {
  return tx.query<ClockChangeRow[]>(
    `SELECT ${changeColumns} FROM clock_change WHERE clock_id = ANY($1) ORDER BY at, id`,
    [clockIds],
  );
}

/**
 * All that a stored clock's due follows from.
 *
 * @param changes of this clock, oldest first; a pause that is still on has no end and moves nothing yet
 */
export function termsOf(clock: ClockRow, changes: readonly ClockChangeRow[]): ClockTerms {
  const { startedAt, period, namedDue, due, dayEnds } = clock;
  const named = namedDue ?? due;
  return {
    start: startedAt,
    base: period ? { period } : { named, explanation: explainNamedDue(named) },
    dayEnds,
    changes: movesOf(changes),
  };
}

/**
 * Since when a stored clock's ladder is climbed: rungs that would lie before it do not exist. From the start, or from
 * the moment another date was granted; of a clock that stood still then, from when it had stopped.
 *
 * @param changes of this clock, oldest first
 */
export function ladderSince(clock: ClockRow, changes: readonly ClockChangeRow[]): Date {
  let since = clock.startedAt;
  let pausedAt: Date | undefined;
  for (const { kind, at, dueBefore, dueAfter } of changes) {
    if (kind === 'pause') pausedAt = at;
    if (kind === 'resume') pausedAt = undefined;
    if (kind === 'extension' && dueAfter > dueBefore) since = pausedAt ?? at;
  }
  return since;
}

/**
 * Since when a clock that stands still loses days: from its pause, or from the moment another date was granted
 * meanwhile. Null while it runs.
 *
 * @param changes of this clock, oldest first
 */
export function losesDaysSince(
  { pausedAt }: Pick<ClockRow, 'pausedAt'>,
  changes: readonly ClockChangeRow[],
): Date | null {
  const granted = changes.findLast(
    ({ kind, dueBefore, dueAfter }) => kind === 'extension' && dueAfter > dueBefore,
  );
  return pausedAt && granted && granted.at > pausedAt ? granted.at : pausedAt;
}

function movesOf(changes: readonly ClockChangeRow[]): ClockChange[] {
  const moves: ClockChange[] = [];
  let pausedAt: Date | undefined;
  for (const { kind, at, dueBefore, dueAfter } of changes) {
    if (kind === 'pause') pausedAt = at;
    if (kind === 'resume' && pausedAt) moves.push({ kind: 'pause', from: pausedAt, to: at });
    if (kind === 'extension') {
      moves.push({ kind: 'extension', due: dueAfter });
      // Whoever granted a date knew of the days that the clock had stood still by then.
      if (pausedAt && dueAfter > dueBefore) pausedAt = at;
    }
  }
  return moves;
}

import { type ClockChange, type ClockTerms, explainNamedDue } from '@bihuan/process-core';
import type { EntityManager } from 'typeorm';
import type { ClockChangeRow, ClockRow } from '../persistence/index.ts';

/** The columns of the table of changes by the names of `ClockChangeRow`. */
export const changeColumnOf = {
  id: 'id',
  clockId: 'clock_id',
  kind: 'kind',
  at: 'at',
  dueBefore: 'due_before',
  dueAfter: 'due_after',
  reasonCode: 'reason_code',
  reason: 'reason',
  reference: 'reference',
  person: 'person',
  orgCode: 'org_code',
} as const satisfies Readonly<Record<keyof ClockChangeRow, string>>;

const changeColumns = Object.entries(changeColumnOf)
  .map(([name, column]) => `${column} AS "${name}"`)
  .join(', ');

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

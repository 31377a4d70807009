import type { TopicKey } from '@bihuan/contracts';
import type { RelaySession } from './relay-session.ts';

export interface UnsentRow {
  readonly seq: string;
  readonly id: string;
  readonly topic: TopicKey;
  readonly key: string;
  readonly type: string;
  readonly value: string;
  readonly attempts: number;
}

export interface OutboxBacklog {
  readonly unsent: number;
  readonly parked: number;
  /** Age of the oldest unsent row, 0 where there is none. */
  readonly oldestSeconds: number;
}

/**
 * Rows to send, in the order of writing. Always by their flags: a row may become visible after rows with
 * higher numbers were sent. A parked row holds the later rows of its key.
 */
export function unsentRows(session: RelaySession, limit: number): Promise<UnsentRow[]> {
  return session.query<UnsentRow>(
    `SELECT seq, id, topic, key, type, envelope::text AS value, attempts FROM outbox AS row
     WHERE sent_at IS NULL AND parked_at IS NULL AND NOT EXISTS (
       SELECT FROM outbox AS held WHERE held.parked_at IS NOT NULL AND held.key = row.key AND held.seq < row.seq)
     ORDER BY seq LIMIT $1`,
    [limit],
  );
}

export async function markSent(session: RelaySession, rows: readonly UnsentRow[]): Promise<void> {
  await session.query(`UPDATE outbox SET sent_at = clock_timestamp() WHERE seq = ANY($1::bigint[])`, [
    rows.map(({ seq }) => seq),
  ]);
}

/** Counts a refusal, and parks the row once it was refused `limit` times. @returns whether it is parked now */
export async function markRefused(
  session: RelaySession,
  row: UnsentRow,
  why: string,
  limit: number,
): Promise<boolean> {
  const [after] = await session.query<{ parked: boolean }>(
    `UPDATE outbox SET attempts = attempts + 1, last_error = $2,
       parked_at = CASE WHEN attempts + 1 >= $3 THEN clock_timestamp() END
     WHERE seq = $1 RETURNING parked_at IS NOT NULL AS parked`,
    [row.seq, why, limit],
  );
  return after?.parked ?? false;
}

export async function backlogOf(session: RelaySession): Promise<OutboxBacklog> {
  const [row] = await session.query<{ unsent: string; parked: string; oldest: string }>(
    `SELECT waiting.count AS unsent, parked.count AS parked,
       coalesce(extract(epoch FROM clock_timestamp() - least(waiting.oldest, parked.oldest)), 0) AS oldest
     FROM (SELECT count(*), min(written_at) AS oldest FROM outbox WHERE sent_at IS NULL AND parked_at IS NULL) AS waiting,
       (SELECT count(*), min(written_at) AS oldest FROM outbox WHERE parked_at IS NOT NULL) AS parked`,
  );
  return { unsent: Number(row?.unsent), parked: Number(row?.parked), oldestSeconds: Number(row?.oldest) };
}

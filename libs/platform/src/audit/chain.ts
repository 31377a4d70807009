import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** An audit row as the chain sees it. */
export interface ChainedEntry {
  readonly seq: string;
  readonly occurredAt: string;
  readonly actor: unknown;
  readonly correlationId: string;
  readonly source: string;
  readonly action: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Columns of a chained entry; times as text, so that what is hashed never depends on a driver. */
export const entryColumns = `seq::text, to_char(occurred_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "occurredAt", actor,
  correlation_id AS "correlationId", source, action, subject, before, after`;

/** What the first entry follows. */
export const chainStart = '0'.repeat(64);

/** Hash of an entry at its place: SHA-256 (hexadecimal) over the hash before it and the entry in canonical form, RFC 8785. */
export function chainHash(previous: string, position: number, entry: ChainedEntry): string {
  const canonical = canonicalize({ previous, position, entry });
  return createHash('sha256').update(String(canonical)).digest('hex');
}

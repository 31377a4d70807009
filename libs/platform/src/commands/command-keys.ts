import { DomainError } from '../errors/index.ts';
import type { CommandSource } from './command-source.ts';
import { contentHash } from './content-hash.ts';
import type { Work } from './work.ts';
import { answerTable } from './written-tables.ts';

/** What an Idempotency-Key stands for: the key in its realm, and the content that came with it. */
export interface KeyedRequest {
  readonly caller: string;
  readonly route: string;
  readonly key: string;
  readonly hash: string;
}

/** The answer that was given before. */
export interface StoredAnswer {
  readonly hash: string;
  readonly answer: unknown;
}

export function keyedRequest({ caller, route, params, body }: CommandSource, key: string): KeyedRequest {
  return { caller: caller.person, route, key, hash: contentHash({ params, body }) };
}

/** The same text for the same key of the same caller and route. */
export const keyName = ({ caller, route, key }: KeyedRequest): string => JSON.stringify([caller, route, key]);

/**
 * Holds keys until the transaction ends. Its own statement: the next must see what an earlier holder committed.
 *
 * @returns whether each is held; false while another transaction holds it
 */
export async function claimKeys(work: Work, keyed: readonly KeyedRequest[]): Promise<boolean[]> {
  const rows = await work.tx.query<{ free: boolean }[]>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended(current_schema() || name, 0)) AS free
     FROM unnest($1::text[]) WITH ORDINALITY AS claimed (name, place) ORDER BY place`,
    [keyed.map(keyName)],
  );
  return rows.map(({ free }) => free);
}

/** The answers that were given to keys before, in the order of the keys. */
export async function storedAnswers(
  work: Work,
  keyed: readonly KeyedRequest[],
): Promise<(StoredAnswer | undefined)[]> {
  const rows = await work.tx.query<{ hash: string | null; answer: unknown }[]>(
    `SELECT request_hash AS hash, answer
     FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS asked (caller, route, key, place)
     LEFT JOIN idempotency_key USING (caller, route, key) ORDER BY place`,
    [keyed.map(({ caller }) => caller), keyed.map(({ route }) => route), keyed.map(({ key }) => key)],
  );
  return rows.map(({ hash, answer }) => (hash === null ? undefined : { hash, answer }));
}

/**
 * The answer of before, for a request that repeats the one it was given to.
 *
 * @throws DomainError `request.idempotencyKeyReused` for another content
 */
export function answerAgain({ hash }: KeyedRequest, stored: StoredAnswer): unknown {
  if (stored.hash !== hash) throw new DomainError('request.idempotencyKeyReused');
  return stored.answer;
}

/** Keeps the answer with the effect. */
export function storeAnswer(work: Work, { caller, route, key, hash }: KeyedRequest, answer: unknown): void {
  work.insert(answerTable, { caller, route, key, request_hash: hash, answer });
}

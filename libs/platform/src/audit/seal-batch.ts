import type { JWK } from 'jose';
import type { DataSource, EntityManager } from 'typeorm';
import { lockKeySql } from '../persistence/index.ts';
import { chainHash, chainStart, type ChainedEntry, entryColumns } from './chain.ts';
import { signCheckpoint } from './checkpoint.ts';

export interface SealSettings {
  readonly service: string;
  /** Private Ed25519 key. */
  readonly key: JWK;
  readonly limit: number;
}

interface ChainEnd {
  readonly position: number;
  readonly hash: string;
}

/**
 * Puts committed entries that have no place yet at the end of the chain, and signs it. They are found by
 * having no place, never by number: a slow transaction's rows become visible after later numbers.
 *
 * @returns how many entries were sealed; 0 also while another instance of the service seals
 */
export function sealBatch(dataSource: DataSource, { service, key, limit }: SealSettings): Promise<number> {
  return dataSource.transaction(async (tx) => {
    const [lock] = await tx.query<[{ mine: boolean }]>(
      `SELECT pg_try_advisory_xact_lock(${lockKeySql('sealer')}) AS mine`,
    );
    if (!lock.mine) return 0;
    const entries = await tx.query<ChainedEntry[]>(
      `SELECT ${entryColumns} FROM audit_entry WHERE chain_position IS NULL ORDER BY audit_entry.seq LIMIT $1`,
      [limit],
    );
    if (entries.length === 0) return 0;
    const end = await chain(tx, entries);
    const signature = await signCheckpoint({ service, ...end }, key);
    await tx.query(`INSERT INTO audit_checkpoint (position, chain_hash, signature) VALUES ($1, $2, $3)`, [
      end.position,
      end.hash,
      signature,
    ]);
    return entries.length;
  });
}

async function chain(tx: EntityManager, entries: readonly ChainedEntry[]): Promise<ChainEnd> {
  let { position, hash } = await chainEnd(tx);
  const places = entries.map((entry) => {
    position += 1;
    hash = chainHash(hash, position, entry);
    return { seq: entry.seq, position, hash };
  });
  await tx.query(
    `UPDATE audit_entry AS entry SET chain_position = place.position, chain_hash = place.hash
     FROM jsonb_to_recordset($1::jsonb) AS place(seq bigint, position bigint, hash text) WHERE entry.seq = place.seq`,
    [JSON.stringify(places)],
  );
  return { position, hash };
}

async function chainEnd(tx: EntityManager): Promise<ChainEnd> {
  const [end] = await tx.query<{ position: string; chain_hash: string }[]>(
    `SELECT position, chain_hash FROM audit_checkpoint ORDER BY position DESC LIMIT 1`,
  );
  return end ? { position: Number(end.position), hash: end.chain_hash } : { position: 0, hash: chainStart };
}

import type { JWK } from 'jose';
import type { DataSource } from 'typeorm';
import { chainHash, chainStart, type ChainedEntry, entryColumns } from './chain.ts';
import { readCheckpoint } from './checkpoint.ts';

export type ChainReport =
  | { readonly intact: true; readonly sealed: number; readonly unsealed: number }
  | {
      readonly intact: false;
      readonly position: number;
      readonly seq: string | null;
      readonly why: ChainFault;
    };

export type ChainFault =
  'entryMissing' | 'entryChanged' | 'checkpointMissing' | 'checkpointChanged' | 'checkpointForged';

interface SealedEntry extends ChainedEntry {
  readonly position: string;
  readonly hash: string;
}

interface StoredCheckpoint {
  readonly position: string;
  readonly chain_hash: string;
  readonly signature: string;
}

const PAGE = 1_000;

const broken = (position: number, seq: string | null, why: ChainFault): ChainReport => ({
  intact: false,
  position,
  seq,
  why,
});

/**
 * Computes the whole chain again and holds it against what is stored and signed.
 *
 * @param publicKey the service's key, from outside the database
 * @returns intact with its counts, or the first place that is not, with the row that stands there
 */
export async function verifyChain(
  dataSource: DataSource,
  service: string,
  publicKey: JWK,
): Promise<ChainReport> {
  let hash = chainStart;
  let position = 0;
  for (;;) {
    const entries = await sealedAfter(dataSource, position);
    if (entries.length === 0) break;
    const last = position + entries.length;
    const checkpoints = await checkpointsBetween(dataSource, position, last);
    for (const { position: stored, hash: storedHash, ...entry } of entries) {
      position += 1;
      if (Number(stored) !== position) return broken(position, null, 'entryMissing');
      hash = chainHash(hash, position, entry);
      if (hash !== storedHash) return broken(position, entry.seq, 'entryChanged');
      const checkpoint = checkpoints.get(position);
      const fault = checkpoint && (await faultOf(checkpoint, { service, position, hash }, publicKey));
      if (fault) return broken(position, entry.seq, fault);
    }
  }
  return endOf(dataSource, position);
}

function sealedAfter(dataSource: DataSource, position: number): Promise<SealedEntry[]> {
  return dataSource.query<SealedEntry[]>(
    `SELECT ${entryColumns}, chain_position AS position, chain_hash AS hash FROM audit_entry
     WHERE chain_position > $1 ORDER BY chain_position LIMIT ${PAGE}`,
    [position],
  );
}

async function checkpointsBetween(
  dataSource: DataSource,
  after: number,
  upTo: number,
): Promise<ReadonlyMap<number, StoredCheckpoint>> {
  const rows = await dataSource.query<StoredCheckpoint[]>(
    `SELECT position, chain_hash, signature FROM audit_checkpoint WHERE position > $1 AND position <= $2`,
    [after, upTo],
  );
  return new Map(rows.map((row) => [Number(row.position), row]));
}

async function faultOf(
  stored: StoredCheckpoint,
  expected: { readonly service: string; readonly position: number; readonly hash: string },
  publicKey: JWK,
): Promise<ChainFault | undefined> {
  const signed = await readCheckpoint(stored.signature, publicKey);
  if (!signed || signed.service !== expected.service || signed.position !== expected.position)
    return 'checkpointForged';
  if (signed.hash !== expected.hash) return 'entryChanged';
  return stored.chain_hash === expected.hash ? undefined : 'checkpointChanged';
}

/** The last sealed entry carries a checkpoint, and no checkpoint lies beyond it. */
async function endOf(dataSource: DataSource, position: number): Promise<ChainReport> {
  const [end] = await dataSource.query<[{ signed: string | null; unsealed: string }]>(
    `SELECT (SELECT max(position) FROM audit_checkpoint) AS signed,
       (SELECT count(*) FROM audit_entry WHERE chain_position IS NULL) AS unsealed`,
  );
  const signed = Number(end.signed ?? 0);
  if (signed > position) return broken(position + 1, null, 'entryMissing');
  if (signed < position) return broken(position, null, 'checkpointMissing');
  return { intact: true, sealed: position, unsealed: Number(end.unsealed) };
}

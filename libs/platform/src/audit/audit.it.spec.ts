import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import type { JWK } from 'jose';
import type { DataSource } from 'typeorm';
import { OutboxNudge, PostgresUnitOfWork, serviceActor } from '../commands/index.ts';
import { OffsetBusinessClock } from '../config/index.ts';
import { openDatabase } from '../persistence/index.ts';
import { signCheckpoint } from './checkpoint.ts';
import { sealBatch } from './seal-batch.ts';
import { verifyChain } from './verify-chain.ts';

const pair = generateKeyPairSync('ed25519');
const key = pair.privateKey.export({ format: 'jwk' }) as JWK;
const publicKey = pair.publicKey.export({ format: 'jwk' }) as JWK;

describe('audit trail', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase('supervision');
    dataSource = await openDatabase({
      url: database.url,
      schema: database.schema,
      entities: [],
      migrations: [],
    });
  });

  afterEach(() => tamper('TRUNCATE audit_entry, audit_checkpoint'));

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  /** What a database administrator could do: past the triggers. */
  const tamper = (sql: string) => database.asSuperuser(`SET session_replication_role = replica; ${sql}`);
  const seal = (limit = 100) => sealBatch(dataSource, { service: 'supervision', key, limit });
  const verify = () => verifyChain(dataSource, 'supervision', publicKey);

  async function note(...subjects: string[]): Promise<void> {
    const clock = new OffsetBusinessClock(0);
    const unitOfWork = new PostgresUnitOfWork(dataSource, clock, new OutboxNudge(dataSource));
    await unitOfWork.run({ actor: serviceActor('supervision'), correlationId: 'r' }, (work) => {
      for (const subject of subjects)
        work.record({ action: 'test', subject, before: { n: 1.5 }, after: { 中: null } });
      return Promise.resolve();
    });
  }

  async function sealedThree(): Promise<void> {
    await note('a', 'b');
    await seal();
    await note('c');
    await seal();
  }

  it('chains entries over batches and verifies', async () => {
    await sealedThree();
    expect(await verify()).toEqual({ intact: true, sealed: 3, unsealed: 0 });
    await note('d');
    expect(await verify()).toEqual({ intact: true, sealed: 3, unsealed: 1 });
  });

  it('loses no entry of a slow transaction', async () => {
    const slow = dataSource.createQueryRunner();
    await slow.startTransaction();
    await slow.query(`INSERT INTO audit_entry (occurred_at, actor, correlation_id, source, action, subject)
      VALUES (now(), '{}', 'r', 's', 'slow', 'slow')`);
    await note('fast');
    expect(await seal()).toBe(1);
    await slow.commitTransaction();
    await slow.release();
    expect(await seal()).toBe(1);
    expect(await verify()).toMatchObject({ intact: true, sealed: 2 });
  });

  it('seals each entry once when two instances seal at once', async () => {
    await note(...Array.from({ length: 40 }, (_, n) => `s${n}`));
    const sealed = await Promise.all([seal(7), seal(7), seal(7)]);
    let rest = 1;
    while (rest > 0) rest = await seal(7);
    expect(sealed.some((count) => count === 7)).toBe(true);
    expect(await verify()).toMatchObject({ intact: true, sealed: 40 });
  });

  it.each([
    `UPDATE audit_entry SET subject = 'x'`,
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    `UPDATE audit_entry SET chain_hash = 'x'`,
    `UPDATE audit_checkpoint SET chain_hash = 'x'`,
    'DELETE FROM audit_checkpoint',
  ])('refuses: %s', async (statement) => {
    await sealedThree();
    await expect(dataSource.query(statement)).rejects.toThrow(/append-only/);
  });

  it('refuses an update of an entry that is not sealed yet', async () => {
    await note('a');
    await expect(
      dataSource.query(`UPDATE audit_entry SET subject = 'x', chain_position = 1, chain_hash = 'x'`),
    ).rejects.toThrow(/append-only/);
  });

  it.each([
    ['a changed entry', `UPDATE audit_entry SET subject = 'x' WHERE subject = 'b'`, 2, 'b', 'entryChanged'],
    [
      'a changed time',
      `UPDATE audit_entry SET occurred_at = occurred_at - interval '1 ms' WHERE subject = 'c'`,
      3,
      'c',
      'entryChanged',
    ],
    ['a removed entry', `DELETE FROM audit_entry WHERE subject = 'b'`, 2, null, 'entryMissing'],
    ['a removed last entry', `DELETE FROM audit_entry WHERE subject = 'c'`, 3, null, 'entryMissing'],
    [
      'a changed checkpoint',
      `UPDATE audit_checkpoint SET chain_hash = 'x' WHERE position = 2`,
      2,
      'b',
      'checkpointChanged',
    ],
    [
      'a removed last checkpoint',
      'DELETE FROM audit_checkpoint WHERE position = 3',
      3,
      null,
      'checkpointMissing',
    ],
  ])('finds %s and names it', async (_, statement, position, subject, why) => {
    await sealedThree();
    const [row] = await dataSource.query<{ seq: string }[]>(
      'SELECT seq FROM audit_entry WHERE subject = $1',
      [subject],
    );
    await tamper(statement);
    expect(await verify()).toEqual({ intact: false, position, seq: row?.seq ?? null, why });
  });

  it('finds a chain that was computed anew, for only the key can sign it', async () => {
    await sealedThree();
    const other = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }) as JWK;
    const [end] = await dataSource.query<[{ chain_hash: string }]>(
      'SELECT chain_hash FROM audit_checkpoint WHERE position = 3',
    );
    const forged = await signCheckpoint({ service: 'supervision', position: 3, hash: end.chain_hash }, other);
    await tamper(`UPDATE audit_checkpoint SET signature = '${forged}' WHERE position = 3`);
    expect(await verify()).toMatchObject({ intact: false, position: 3, why: 'checkpointForged' });
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import type { DataSource } from 'typeorm';
import { OffsetBusinessClock } from '../config/index.ts';
import { DomainError } from '../errors/index.ts';
import { openDatabase } from '../persistence/index.ts';
import { Commands, type CommandSource, OutboxNudge, PostgresUnitOfWork, type Work } from './index.ts';

const hazardNo = 'SX2023-140105-GAS-202310-000017';
const caller = {
  person: 'ty-handler',
  actor: () => ({ person: 'ty-handler', orgCode: 'TY', role: 'handler' as const }),
};

function request(change: Partial<CommandSource> = {}): CommandSource {
  const base = {
    caller,
    route: 'POST /things/:id',
    params: { id: '1' },
    key: 'k1',
    body: { a: 1 },
    requestId: 'r1',
  };
  return { ...base, ...change };
}

function file(work: Work): Promise<{ filed: number }> {
  work.emit({
    topic: 'supervision',
    type: 'plan.filed',
    key: hazardNo,
    data: { hazardNo, filedAt: work.now.toISOString() },
  });
  work.record({ action: 'plan.file', subject: hazardNo, before: null, after: { filed: true } });
  return Promise.resolve({ filed: 1 });
}

describe('commands', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let commands: Commands;
  let unitOfWork: PostgresUnitOfWork;

  const count = async (table: string): Promise<number> => {
    const [row] = await dataSource.query<[{ n: number }]>(`SELECT count(*)::int AS n FROM ${table}`);
    return row.n;
  };

  beforeAll(async () => {
    database = await createTestDatabase('supervision');
    dataSource = await openDatabase({
      url: database.url,
      schema: database.schema,
      entities: [],
      migrations: [],
    });
    unitOfWork = new PostgresUnitOfWork(dataSource, new OffsetBusinessClock(0), new OutboxNudge(dataSource));
    commands = new Commands(unitOfWork);
    await dataSource.query('CREATE TABLE effect (id text)');
  });

  beforeEach(async () => {
    await database.asSuperuser(`SET session_replication_role = replica;
      TRUNCATE outbox, inbox, idempotency_key, audit_entry, effect`);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('commits state, fact, audit note and answer together', async () => {
    const answer = await commands.run(request(), async (work) => {
      await work.tx.query(`INSERT INTO effect VALUES ('x')`);
      return file(work);
    });
    expect(answer).toEqual({ filed: 1 });
    const [fact] = await dataSource.query<[{ id: string; envelope: unknown }]>(
      `SELECT id, topic, key, type, envelope, sent_at FROM outbox`,
    );
    expect(fact).toMatchObject({ topic: 'supervision', key: hazardNo, type: 'plan.filed', sent_at: null });
    expect(fact.envelope).toMatchObject({
      id: fact.id,
      type: 'plan.filed',
      version: 1,
      aggregate: { type: 'hazard', id: hazardNo },
      actor: { person: 'ty-handler', orgCode: 'TY', role: 'handler' },
      correlationId: 'r1',
      data: { hazardNo },
    });
    expect(fact.id[14]).toBe('7');
    const [note] = await dataSource.query<unknown[]>(
      `SELECT action, subject, source, before, after FROM audit_entry`,
    );
    expect(note).toEqual({
      action: 'plan.file',
      subject: hazardNo,
      source: 'service',
      before: null,
      after: { filed: true },
    });
  });

  it('keeps facts in the order in which they were announced', async () => {
    await unitOfWork.run({ actor: caller.actor(), correlationId: 'r' }, (work) => {
      for (let percent = 0; percent < 50; percent += 1) {
        const data = { hazardNo, percent, reportedAt: work.now.toISOString() };
        work.emit({ topic: 'supervision', type: 'progress.reported', key: hazardNo, data });
      }
      return Promise.resolve();
    });
    const rows = await dataSource.query<{ percent: number }[]>(
      `SELECT (envelope->'data'->>'percent')::int AS percent FROM outbox ORDER BY seq`,
    );
    expect(rows.map(({ percent }) => percent)).toEqual(Array.from({ length: 50 }, (_, n) => n));
  });

  it('writes nothing where nothing changed', async () => {
    await unitOfWork.run({ actor: caller.actor(), correlationId: 'r' }, () => Promise.resolve());
    expect([await count('outbox'), await count('audit_entry')]).toEqual([0, 0]);
  });

  it('refuses a fact that breaks its contract, and undoes the rest', async () => {
    const run = commands.run(request(), async (work) => {
      await work.tx.query(`INSERT INTO effect VALUES ('x')`);
      work.emit({
        topic: 'supervision',
        type: 'plan.filed',
        key: hazardNo,
        data: { hazardNo: 'no', filedAt: 'no' },
      });
    });
    await expect(run).rejects.toThrow();
    expect([await count('effect'), await count('outbox')]).toEqual([0, 0]);
  });

  it('gives a repeated request the same answer and does nothing again', async () => {
    const first = await commands.run(request(), file);
    const second = await commands.run(request(), () => Promise.reject(new Error('ran again')));
    expect(second).toEqual(first);
    expect(await count('outbox')).toBe(1);
  });

  it.each([
    ['another body', { body: { a: 2 } }],
    ['another path', { params: { id: '2' } }],
  ])('refuses a known key with %s', async (_, change) => {
    await commands.run(request(), file);
    const reuse = commands.run(request(change), file);
    await expect(reuse).rejects.toMatchObject({ code: 'request.idempotencyKeyReused' });
  });

  it('takes the same content in another order of properties as the same', async () => {
    await commands.run(request({ body: { a: 1, b: { c: 1, d: 2 } } }), file);
    await commands.run(request({ body: { b: { d: 2, c: 1 }, a: 1 } }), file);
    expect(await count('outbox')).toBe(1);
  });

  it.each([
    ['another caller', { caller: { ...caller, person: 'dt-handler' } }],
    ['another route', { route: 'POST /others' }],
    ['no key', { key: null }],
  ])('runs for %s', async (_, change) => {
    await commands.run(request(), file);
    await commands.run(request(change), file);
    expect(await count('outbox')).toBe(2);
  });

  it('stores nothing of a refused command, which may be sent again', async () => {
    const refused = commands.run(request(), () => Promise.reject(new DomainError('hazard.deadlinePast')));
    await expect(refused).rejects.toMatchObject({ code: 'hazard.deadlinePast' });
    expect(await count('idempotency_key')).toBe(0);
    await commands.run(request(), file);
    expect(await count('outbox')).toBe(1);
  });

  it('has one effect when the same request comes fifty times at once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => commands.run(request(), file)));
    const codes = all.flatMap((one) => (one.status === 'rejected' ? [(one.reason as DomainError).code] : []));
    expect(new Set([...codes, 'request.inFlight'])).toEqual(new Set(['request.inFlight']));
    expect(await count('outbox')).toBe(1);
  });

  it('runs again after a deadlock', async () => {
    await dataSource.query(`INSERT INTO effect VALUES ('a'), ('b')`);
    const meeting = Promise.withResolvers<undefined>();
    let arrived = 0;
    const cross = (first: string, second: string) =>
      unitOfWork.run({ actor: caller.actor(), correlationId: 'r' }, async (work) => {
        await work.tx.query(`SELECT FROM effect WHERE id = $1 FOR UPDATE`, [first]);
        arrived += 1;
        if (arrived === 2) meeting.resolve(undefined);
        await meeting.promise;
        await work.tx.query(`SELECT FROM effect WHERE id = $1 FOR UPDATE`, [second]);
        work.record({ action: 'crossed', subject: first });
      });
    await Promise.all([cross('a', 'b'), cross('b', 'a')]);
    expect(arrived).toBe(3);
    expect(await count('audit_entry')).toBe(2);
  });
});

import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { OffsetBusinessClock } from '../config/index.ts';
import { DomainError } from '../errors/index.ts';
import { openDatabase } from '../persistence/index.ts';
import {
  CoalescedCommands,
  type CommandSource,
  OutboxNudge,
  PostgresUnitOfWork,
  type TogetherCommand,
  type Work,
} from './index.ts';

const effects = { name: 'effect', columns: { name: 'text', serial: 'integer', by: 'text' } } as const;

interface Answer {
  readonly serial: number;
}

/** Writes effects under rising serials. Refuses `refused`; the database refuses `poison`. */
class WriteEffect implements TogetherCommand<string, string, Answer> {
  meanwhile: (work: Work) => Promise<void> = () => Promise.resolve();
  batches: number[] = [];

  decide(_work: Work, name: string): string {
    if (name === 'refused') throw new DomainError('hazard.deadlinePast');
    return name;
  }

  async carryOut(plans: readonly { work: Work; plan: string }[]): Promise<Answer[]> {
    this.batches.push(plans.length);
    const [[{ last }]] = await plans[0]!.work.tx.query<[[{ last: number }]]>(
      `UPDATE serial SET last = last + $1 RETURNING last`,
      [plans.length],
    );
    await this.meanwhile(plans[0]!.work);
    return plans.map(({ work, plan: name }, index) => {
      const serial = last - plans.length + 1 + index;
      work.insert(effects, { name, serial, by: work.actor.person });
      work.record({ action: 'effect', subject: name });
      return { serial };
    });
  }
}

describe('commands that are written together', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let commands: CoalescedCommands;
  let kind: WriteEffect;

  beforeAll(async () => {
    database = await createTestDatabase('supervision');
    dataSource = await openDatabase({
      url: database.url,
      schema: database.schema,
      entities: [],
      migrations: [],
    });
    await dataSource.query(
      `CREATE TABLE effect (name text CHECK (name <> 'poison'), serial int UNIQUE, by text)`,
    );
    await dataSource.query(`CREATE TABLE serial AS SELECT 0 AS last`);
  });
  beforeEach(async () => {
    await database.asSuperuser(`SET session_replication_role = replica;
      TRUNCATE outbox, idempotency_key, audit_entry, effect; UPDATE serial SET last = 0`);
    kind = new WriteEffect();
    commands = another();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const another = () =>
    new CoalescedCommands(
      new PostgresUnitOfWork(dataSource, new OffsetBusinessClock(0), new OutboxNudge(dataSource)),
    );

  function request(key: string | null, body: unknown, person = 'ty-handler'): CommandSource {
    const actor = () => ({ person, orgCode: 'TY', role: 'handler' as const });
    return {
      caller: { person, actor },
      route: 'POST /things',
      params: {},
      key,
      body,
      requestId: `r-${String(key)}`,
    };
  }
  const send = (key: string | null, name: string, person?: string) =>
    commands.run(request(key, name, person), name, kind);
  /** Answers, or codes of the refusals. */
  const all = async (sent: readonly Promise<Answer>[]) =>
    (await Promise.allSettled(sent)).map((each) =>
      each.status === 'fulfilled' ? each.value : ((each.reason as DomainError).code as string),
    );
  const names = async (): Promise<unknown[]> =>
    (await dataSource.query<{ name: string }[]>('SELECT name FROM effect ORDER BY serial')).map(
      ({ name }) => name,
    );
  const count = async (table: string): Promise<unknown> =>
    (await dataSource.query<[{ n: number }]>(`SELECT count(*)::int AS n FROM ${table}`))[0].n;

  it('each have their own effect, answer and origin, in few transactions', async () => {
    const answers = await all(
      Array.from({ length: 200 }, (_, n) => send(`k${String(n)}`, `n${String(n)}`, `p${String(n % 3)}`)),
    );
    expect(answers).toEqual(Array.from({ length: 200 }, (_, n) => ({ serial: n + 1 })));
    expect(kind.batches.length).toBeLessThanOrEqual(5);
    expect(Math.max(...kind.batches)).toBe(64);
    expect(await names()).toEqual(Array.from({ length: 200 }, (_, n) => `n${String(n)}`));
    const rows = await dataSource.query<unknown[]>(
      `SELECT FROM effect JOIN audit_entry ON subject = name JOIN idempotency_key ON answer->>'serial' = serial::text
       WHERE actor->>'person' = by AND by = caller AND correlation_id = 'r-' || key`,
    );
    expect(rows).toHaveLength(200);
  });

  it('are answered as alone: known, reused, refused and new ones in one crowd', async () => {
    const [known] = await all([send('known', 'a')]);
    const crowd = Array.from({ length: 50 }, (_, n) => [
      send(`new${String(n)}`, `n${String(n)}`),
      send('known', 'a', n === 0 ? 'ty-handler' : `other${String(n)}`),
      send(`refused${String(n)}`, 'refused'),
      n === 0 ? send('known', 'b') : send(null, `keyless${String(n)}`),
    ]);
    const answers = await Promise.all(crowd.map(all));
    expect(answers[0]).toEqual([
      { serial: expect.any(Number) },
      known,
      'hazard.deadlinePast',
      'request.inFlight',
    ]);
    for (const [fresh, others, refused, keyless] of answers.slice(1)) {
      expect([fresh, others, keyless]).toEqual(Array(3).fill({ serial: expect.any(Number) }));
      expect(refused).toBe('hazard.deadlinePast');
    }
    expect(await all([send('known', 'b'), send('new7', 'n7'), send('refused3', 'c')])).toEqual([
      'request.idempotencyKeyReused',
      answers[7]![0],
      { serial: 150 },
    ]);
    expect(await count('effect')).toBe(150);
    expect(await count('idempotency_key')).toBe(101);
  });

  it('fail alone where the database refuses one of them, and no number is given twice', async () => {
    const answers = await all([
      send('x', 'first'),
      ...Array.from({ length: 30 }, (_, n) => send(`k${String(n)}`, n === 17 ? 'poison' : `n${String(n)}`)),
    ]);
    expect(answers.filter((answer) => typeof answer === 'object')).toHaveLength(30);
    expect(await count('effect')).toBe(30);
    expect(await count('idempotency_key')).toBe(30);
    expect(await all([send('k17', 'healthy')])).toEqual([{ serial: expect.any(Number) }]);
  });

  it('have one effect when the same key comes fifty times at once, also to another instance', async () => {
    const other = another();
    const answers = await all(
      Array.from({ length: 50 }, (_, n) =>
        n % 2 ? send('k', 'a') : other.run(request('k', 'a'), 'a', kind),
      ),
    );
    const [effect] = answers.filter((answer) => typeof answer === 'object');
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['"request.inFlight"', JSON.stringify(effect)]),
    );
    expect(await names()).toEqual(['a']);
    expect(await all([send('k', 'a')])).toEqual([effect]);
  });

  it('are done again, each once, when the connection dies under them', async () => {
    let killed = 0;
    kind.meanwhile = async (work) => {
      if ((killed += 1) > 1) return;
      const [{ pid }] = await work.tx.query<[{ pid: number }]>('SELECT pg_backend_pid() AS pid');
      await database.asSuperuser('SELECT pg_terminate_backend($1)', [pid]);
      await work.tx.query('SELECT 1');
    };
    const answers = await all(Array.from({ length: 20 }, (_, n) => send(`k${String(n)}`, `n${String(n)}`)));
    expect(new Set(answers.map((answer) => (answer as Answer).serial)).size).toBe(20);
    expect(await count('effect')).toBe(20);
    expect(await count('audit_entry')).toBe(20);
    const again = await all(Array.from({ length: 20 }, (_, n) => send(`k${String(n)}`, `n${String(n)}`)));
    expect(again).toEqual(answers);
  });

  it('waits for nobody when it is alone', async () => {
    expect(await all([send('a', 'a')])).toEqual([{ serial: 1 }]);
    expect(await all([send('b', 'b')])).toEqual([{ serial: 2 }]);
    expect(kind.batches).toEqual([1, 1]);
  });
});

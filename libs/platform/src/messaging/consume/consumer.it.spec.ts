import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { FailAt } from '@bihuan/testing/faults';
import { createTestTopics, type TestTopics } from '@bihuan/testing/kafka';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { OutboxNudge, PostgresUnitOfWork } from '../../commands/index.ts';
import { OffsetBusinessClock } from '../../config/index.ts';
import { openDatabase } from '../../persistence/index.ts';
import { KafkaBus } from '../bus/kafka-bus.ts';
import { type FaultPoints, NoFaults } from '../faults.ts';
import { ConsumerMetrics } from './consumer-metrics.ts';
import { ConsumerRunner } from './consumer-runner.ts';
import { DeadLetters } from './dead-letters.ts';
import { hazard, many, Notebook, report } from './notebook.fixture.ts';

describe('consumers', () => {
  let database: TestDatabase;
  let topics: TestTopics;
  let dataSource: DataSource;
  let bus: KafkaBus;
  let names = 0;
  const runners: ConsumerRunner[] = [];

  beforeAll(async () => {
    database = await createTestDatabase('assessment');
    dataSource = await openDatabase({
      url: database.url,
      schema: database.schema,
      entities: [],
      migrations: [],
    });
    await dataSource.query(
      'CREATE TABLE note (id bigint GENERATED ALWAYS AS IDENTITY, consumer text, hazard text, percent int)',
    );
  });

  afterEach(async () => {
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    await bus.close();
    await topics.drop();
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  /** @param waiting written before the consumer starts, so that it finds them together */
  async function start(
    notebook: Notebook,
    faults: FaultPoints = new NoFaults(),
    waiting: { key: string; value: string }[] = [],
  ): Promise<ConsumerRunner> {
    topics = await createTestTopics();
    if (waiting.length > 0) await topics.write('supervision', waiting);
    bus = new KafkaBus({ brokers: topics.brokers, prefix: topics.prefix, clientId: 'assessment' });
    return run(notebook, faults);
  }

  function run(notebook: Notebook, faults: FaultPoints): ConsumerRunner {
    const unitOfWork = new PostgresUnitOfWork(
      dataSource,
      new OffsetBusinessClock(0),
      new OutboxNudge(dataSource),
    );
    const deadLetters = new DeadLetters(bus, new ConsumerMetrics(new Registry()));
    const runner = new ConsumerRunner(notebook, {
      service: 'assessment',
      bus,
      unitOfWork,
      deadLetters,
      faults,
    });
    runners.push(runner);
    runner.start();
    return runner;
  }

  const notebook = (): Notebook => new Notebook(`assessment.notes${(names += 1)}`);

  /** Looks until so many notes were committed. */
  async function notes({ name }: Notebook, count: number): Promise<{ hazard: string; percent: number }[]> {
    for (;;) {
      const rows = await dataSource.query<{ hazard: string; percent: number }[]>(
        'SELECT hazard, percent FROM note WHERE consumer = $1 ORDER BY id',
        [name],
      );
      if (rows.length >= count) return rows;
    }
  }

  it('handles each fact once, in order per hazard, however often it comes', async () => {
    const book = notebook();
    await start(book);
    const reports = Array.from({ length: 30 }, (_, n) => report(n % 3, n));
    await topics.write('supervision', reports);
    await topics.write('supervision', reports);
    await topics.write('supervision', [report(0, 90), report(1, 91), report(2, 92)]);
    const all = await notes(book, 33);
    for (const n of [0, 1, 2]) {
      const percents = all.filter((note) => note.hazard === hazard(n)).map(({ percent }) => percent);
      expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    }
    expect(all).toHaveLength(33);
  });

  it('puts aside what can never be handled, with the reason, and goes on', async () => {
    const book = notebook();
    await start(book);
    book.hopeless.add(13);
    const raw = '{not json';
    await topics.write('supervision', [
      { key: hazard(1), value: raw },
      report(1, 1, { version: 9 }),
      report(1, 13),
      report(1, 2, { type: 'never.heardOf' }),
      report(1, 3),
    ]);
    expect(await notes(book, 1)).toEqual([{ hazard: hazard(1), percent: 3 }]);
    const letters = await topics.read('deadLetter', 3);
    expect(letters.map(({ headers }) => headers['reason'])).toEqual([
      'notJson',
      'versionUnknown',
      'hazard.notFound',
    ]);
    expect(letters[0]).toMatchObject({
      key: hazard(1),
      value: raw,
      headers: { consumer: book.name, topic: 'supervision', offset: '0' },
    });
  });

  it('waits with what cannot be handled now, says that it is stuck, and goes on in order', async () => {
    const book = notebook();
    book.failing.add(1);
    const runner = await start(book);
    await topics.write('supervision', [report(1, 0), report(1, 1), report(1, 2)]);
    await notes(book, 1);
    const stuck = /supervision\/\d\/1 waits \(\d\): Error: something is away/;
    for (let told = false; !told;) {
      await notes(book, 1);
      try {
        runner.check();
      } catch (error) {
        told = stuck.test(String(error));
      }
    }
    expect(await notes(book, 1)).toHaveLength(1);
    book.failing.clear();
    expect((await notes(book, 3)).map(({ percent }) => percent)).toEqual([0, 1, 2]);
    expect(book.failures).toBeGreaterThanOrEqual(3);
    runner.check();
  });

  it('takes what comes together in one transaction, each fact the cause of what follows from it', async () => {
    const book = notebook();
    book.announcing = true;
    await start(book, new NoFaults(), many(1, 0, 100));
    await notes(book, 100);
    const [{ transactions }] = await dataSource.query<[{ transactions: number }]>(
      'SELECT count(DISTINCT xmin::text)::int AS transactions FROM note WHERE consumer = $1',
      [book.name],
    );
    expect(transactions).toBe(1);
    const strangers = await dataSource.query<unknown[]>(
      `SELECT 1 FROM outbox WHERE envelope->>'causationId' NOT IN (SELECT message_id::text FROM inbox WHERE consumer = $1)
       UNION SELECT 1 FROM outbox GROUP BY envelope->>'causationId' HAVING count(*) > 1`,
      [book.name],
    );
    expect(strangers).toEqual([]);
    expect(await dataSource.query(`SELECT 1 FROM outbox`)).toHaveLength(100);
  });

  it('handles what stands around a message that can never be handled, each once and in order', async () => {
    const book = notebook();
    book.hopeless.add(25);
    book.failing.add(40);
    await start(book, new NoFaults(), many(1, 0, 50));
    while (book.failures === 0) await notes(book, 39);
    book.failing.clear();
    const percents = (await notes(book, 49)).map(({ percent }) => percent);
    expect(percents).toEqual(Array.from({ length: 50 }, (_, n) => n).filter((n) => n !== 25));
    const letters = await topics.read('deadLetter', 1);
    expect(letters.map(({ headers }) => headers['reason'])).toEqual(['hazard.notFound']);
  });

  it('lets other partitions pass while one waits', async () => {
    const book = notebook();
    await start(book);
    book.failing.add(1);
    const others = Array.from({ length: 12 }, (_, n) => report(n, 50 + n));
    await topics.write('supervision', [report(0, 1), ...others]);
    const passed = await notes(book, 1);
    expect(passed.every(({ percent }) => percent >= 50)).toBe(true);
    book.failing.clear();
    expect(await notes(book, 13)).toHaveLength(13);
  });

  it('does nothing twice when it dies after the effect and before the offset', async () => {
    const book = notebook();
    const faults = new FailAt('afterEffectBeforeOffset', 1);
    await start(book, faults);
    await topics.write('supervision', [report(1, 1), report(1, 2)]);
    expect(await notes(book, 2)).toHaveLength(2);
    while (faults.reached < 3) await notes(book, 2);
    expect((await notes(book, 2)).map(({ percent }) => percent)).toEqual([1, 2]);
  });

  it('goes on where it stopped', async () => {
    const book = notebook();
    const first = await start(book);
    await topics.write('supervision', [report(1, 1)]);
    await notes(book, 1);
    await first.stop();
    await topics.write('supervision', [report(1, 2)]);
    await dataSource.query('DELETE FROM inbox');
    run(book, new NoFaults());
    expect((await notes(book, 2)).map(({ percent }) => percent)).toEqual([1, 2]);
  });
});

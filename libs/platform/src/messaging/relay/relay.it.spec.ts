import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { FailAt } from '@bihuan/testing/faults';
import { createTestTopics, type TestTopics } from '@bihuan/testing/kafka';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import { eventually } from '@bihuan/testing/temporal';
import { Registry } from 'prom-client';
import type { DataSource } from 'typeorm';
import { v7 as uuidV7 } from 'uuid';
import { OutboxNudge, PostgresUnitOfWork, serviceActor } from '../../commands/index.ts';
import { OffsetBusinessClock } from '../../config/index.ts';
import { openDatabase } from '../../persistence/index.ts';
import { KafkaBus } from '../bus/kafka-bus.ts';
import { MessageBus, type OutgoingMessage, UnsendableMessage } from '../bus/message-bus.ts';
import { type FaultPoints, NoFaults } from '../faults.ts';
import { OutboxOperations } from '../operations/outbox-operations.ts';
import { OutboxMetrics } from './outbox-metrics.ts';
import { OutboxRelay } from './outbox-relay.ts';

const origin = { actor: serviceActor('supervision'), correlationId: 'test' };
const idOf = (value: string | null): string => (JSON.parse(value ?? '') as { id: string }).id;
const hazard = (n: number): string => `SX2023-140105-GAS-202310-${String(n).padStart(6, '0')}`;

const gauge = async (registry: Registry, name: string): Promise<number | undefined> =>
  (await registry.getSingleMetric(name)?.get())?.values[0]?.value;

/** A broker whose moods a test decides. */
class MoodyBus extends MessageBus {
  readonly sent: OutgoingMessage[] = [];
  readonly triedTwice = Promise.withResolvers<undefined>();
  away = false;
  refused = '';
  #tries = 0;
  override publish(messages: readonly OutgoingMessage[]): Promise<void> {
    this.#tries += 1;
    if (this.#tries === 2) this.triedTwice.resolve(undefined);
    if (this.away) return Promise.reject(new Error('connect ECONNREFUSED'));
    if (messages.some(({ value }) => this.refused !== '' && value.includes(this.refused)))
      return Promise.reject(new UnsendableMessage('MESSAGE_TOO_LARGE'));
    this.sent.push(...messages);
    return Promise.resolve();
  }
  override subscribe(): never {
    throw new Error('not used');
  }
  override close(): Promise<void> {
    return Promise.resolve();
  }
}

describe('outbox relay', () => {
  let database: TestDatabase;
  let topics: TestTopics;
  let dataSource: DataSource;
  let unitOfWork: PostgresUnitOfWork;
  let operations: OutboxOperations;
  const running: { stop(): Promise<void> }[] = [];

  beforeAll(async () => {
    [database, topics] = await Promise.all([createTestDatabase('supervision'), createTestTopics()]);
    dataSource = await openDatabase({
      url: database.url,
      schema: database.schema,
      entities: [],
      migrations: [],
    });
    const nudge = new OutboxNudge(dataSource);
    unitOfWork = new PostgresUnitOfWork(dataSource, new OffsetBusinessClock(0), nudge);
    operations = new OutboxOperations(unitOfWork, dataSource, nudge);
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map((relay) => relay.stop()));
    await database.asSuperuser('TRUNCATE outbox');
  });

  afterAll(async () => {
    await dataSource.destroy();
    await Promise.all([database.drop(), topics.drop()]);
  });

  function relay(bus: MessageBus, registry = new Registry(), faults: FaultPoints = new NoFaults()): void {
    const { url, schema } = database;
    const settings = { url, schema, connectMs: 5_000, followMs: 50, refusedMs: 20 };
    const one = new OutboxRelay(settings, bus, faults, new OutboxMetrics(registry));
    running.push(one);
    one.start();
  }

  async function file(...numbers: number[]): Promise<void> {
    await unitOfWork.run(origin, (work) => {
      for (const n of numbers) {
        const data = { hazardNo: hazard(n), filedAt: work.now.toISOString() };
        work.emit({ topic: 'supervision', type: 'plan.filed', key: hazard(n), data });
      }
      return Promise.resolve();
    });
  }

  /** Looks until the outbox is as expected; the relay's next pass is the event that is waited for. */
  async function until(condition: string): Promise<void> {
    const look = `SELECT (${condition}) AS met,
      (SELECT json_agg(json_build_array(attempts, parked_at, sent_at, last_error) ORDER BY seq) FROM outbox) AS rows`;
    await eventually(
      () => dataSource.query<[{ met: boolean; rows: unknown }]>(look),
      ([{ met }]) => met,
      20_000,
    );
  }
  const allSent = 'NOT EXISTS (SELECT FROM outbox WHERE sent_at IS NULL)';

  it('brings committed facts to the broker, in order per key, and marks them', async () => {
    const bus = new KafkaBus({ brokers: topics.brokers, prefix: topics.prefix, clientId: 'supervision' });
    await file(1, 2, 1);
    relay(bus);
    await file(2, 1);
    const messages = await topics.read('supervision', 5);
    await until(allSent);
    const stored = await dataSource.query<{ key: string; id: string }[]>(
      'SELECT key, id FROM outbox ORDER BY seq',
    );
    for (const key of [hazard(1), hazard(2)]) {
      const ids = messages.filter((message) => message.key === key).map(({ value }) => idOf(value));
      expect(ids).toEqual(stored.filter((row) => row.key === key).map(({ id }) => id));
    }
    await Promise.all(running.splice(0).map((one) => one.stop()));
    await bus.close();
  });

  it('sends a row that became visible after rows with higher numbers', async () => {
    const bus = new MoodyBus();
    relay(bus);
    const slow = dataSource.createQueryRunner();
    await slow.startTransaction();
    await slow.query(
      `INSERT INTO outbox (id, topic, key, type, envelope, occurred_at)
       VALUES ($1, 'supervision', 'slow', 'plan.filed', '{}', now())`,
      [uuidV7()],
    );
    await file(1);
    await until(`EXISTS (SELECT FROM outbox WHERE key = '${hazard(1)}' AND sent_at IS NOT NULL)`);
    await slow.commitTransaction();
    await slow.release();
    await until(`EXISTS (SELECT FROM outbox WHERE key = 'slow' AND sent_at IS NOT NULL)`);
    expect(bus.sent.map(({ key }) => key)).toEqual([hazard(1), 'slow']);
  });

  it('has one relay at work, and another takes over from it', async () => {
    const [first, second] = [new MoodyBus(), new MoodyBus()];
    relay(first);
    await file(1);
    await until(allSent);
    relay(second);
    await file(2);
    await until(allSent);
    expect([first.sent.length, second.sent.length]).toEqual([2, 0]);
    await running.shift()?.stop();
    await file(3);
    await until(allSent);
    expect(second.sent).toHaveLength(1);
  });

  it('goes on after its connection is cut', async () => {
    const bus = new MoodyBus();
    relay(bus);
    await file(1);
    await until(allSent);
    await database.asSuperuser(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'supervision relay'
         AND datname = current_database()`,
    );
    await file(2);
    await until(allSent);
    expect(bus.sent).toHaveLength(2);
  });

  it.each([
    ['afterCommitBeforePublish', 1],
    ['afterPublishBeforeMark', 2],
  ] as const)('loses nothing when it dies %s: the same message goes out %i times', async (point, times) => {
    const bus = new MoodyBus();
    relay(bus, new Registry(), new FailAt(point, 1));
    await file(1);
    await until(allSent);
    expect(bus.sent).toHaveLength(times);
    expect(new Set(bus.sent.map(({ value }) => idOf(value))).size).toBe(1);
  });

  it('waits while the broker is away, without counting', async () => {
    const bus = new MoodyBus();
    bus.away = true;
    relay(bus);
    await file(1);
    await bus.triedTwice.promise;
    expect(await dataSource.query('SELECT attempts, sent_at, parked_at FROM outbox')).toEqual([
      { attempts: 0, sent_at: null, parked_at: null },
    ]);
    bus.away = false;
    await until(allSent);
    expect(bus.sent).toHaveLength(1);
  });

  it('parks a row that can never be sent, holds later rows of its key, lets others pass, and sends all when requeued', async () => {
    const bus = new MoodyBus();
    const registry = new Registry();
    bus.refused = hazard(1);
    relay(bus, registry);
    await file(1, 2, 1, 3);
    await until(`EXISTS (SELECT FROM outbox WHERE parked_at IS NOT NULL)`);
    await until(`2 = (SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL)`);
    expect(bus.sent.map(({ key }) => key)).toEqual([hazard(2), hazard(3)]);
    const [parked] = await operations.parked();
    expect(parked).toMatchObject({ key: hazard(1), attempts: 5, lastError: 'MESSAGE_TOO_LARGE' });
    await eventually(
      () => gauge(registry, 'bihuan_outbox_parked'),
      (value) => value === 1,
    );
    bus.refused = '';
    const elsewhere = '01890a5d-ac96-774b-bcce-b302099a8057';
    expect(await operations.requeue(origin, [String(parked?.id), elsewhere])).toBe(1);
    const acts = await dataSource.query<{ subject: string }[]>(
      `SELECT subject FROM audit_entry WHERE action = 'operations.requeue'`,
    );
    expect(acts).toEqual([{ subject: parked?.id }]);
    await until(allSent);
    expect(bus.sent.slice(2).map(({ key }) => key)).toEqual([hazard(1), hazard(1)]);
  });

  it('says nothing of the outbox once it no longer leads', async () => {
    const [bus, registry] = [new MoodyBus(), new Registry()];
    bus.away = true;
    await file(1);
    relay(bus, registry);
    await bus.triedTwice.promise;
    expect(await gauge(registry, 'bihuan_outbox_unsent')).toBe(1);
    await running.shift()?.stop();
    expect(await gauge(registry, 'bihuan_outbox_unsent')).toBe(0);
  });

  it('sends the facts of a hazard again with the same ids', async () => {
    const bus = new MoodyBus();
    relay(bus);
    await file(1, 2);
    await until(allSent);
    expect(await operations.reEmit(origin, [hazard(1)])).toBe(1);
    await until(allSent);
    expect(bus.sent[2]).toEqual(bus.sent[0]);
  });
});

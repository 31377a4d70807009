import { createTestDatabase } from '@bihuan/testing/postgres';
import { referenceItem, smallProvince } from '@bihuan/testing/reference';
import { ManualBusinessClock } from '@bihuan/testing/time';
import type { ReferenceItem } from '@bihuan/contracts';
import { Registry } from 'prom-client';
import {
  CoalescedCommands,
  OutboxNudge,
  PostgresUnitOfWork,
  serviceActor,
  type Work,
} from '../commands/index.ts';
import { openDatabase } from '../persistence/index.ts';
import { ReferenceBook } from '../reference/index.ts';
import { ClockBook } from './clock-book.ts';
import { ClockChanges } from './clock-changes.ts';
import { ClockMetrics } from './clock-metrics.ts';
import type { ClockOwner } from './clock-record.ts';
import { ClockWatchdog } from './clock-watchdog.ts';

export type ClockWorld = Awaited<ReturnType<typeof startClockWorld>>;

/** An owner's clocks over a real database; business time stands still until a test advances it. */
export async function startClockWorld(owner: ClockOwner) {
  const database = await createTestDatabase(owner);
  const { url, schema } = database;
  const dataSource = await openDatabase({ url, schema, entities: [], migrations: [] });
  const settings = { owner, unheardAfterMs: 300_000, watchEveryMs: 30_000 } as const;
  const time = new ManualBusinessClock('2023-10-09T09:00:00+08:00');
  const unitOfWork = new PostgresUnitOfWork(dataSource, time, new OutboxNudge(dataSource));
  const reference = new ReferenceBook();
  const changes = new ClockChanges(settings, reference);
  const origin = { actor: serviceActor(owner), correlationId: 'test' };

  return {
    database,
    dataSource,
    time,
    unitOfWork,
    reference,
    settings,
    changes,
    book: new ClockBook(settings, reference, unitOfWork, new CoalescedCommands(unitOfWork), changes),
    watchdog: new ClockWatchdog(settings, unitOfWork, new ClockMetrics(new Registry())),
    inWork: <T>(body: (work: Work) => Promise<T>): Promise<T> => unitOfWork.run(origin, body),
    /** The small province, with what a test has of its own in place of an item with the same kind and code. */
    refer(own: readonly ReferenceItem[] = []) {
      const replaced = (item: ReferenceItem) =>
        own.find(({ kind, code }) => kind === item.kind && code === item.code) ?? item;
      const items = smallProvince().map(replaced);
      reference.replace([...items, referenceItem('manifest', 'all', { code: 'all', items: items.length })]);
    },
    /** Empties the books and sets business time. */
    async reset(at: string): Promise<void> {
      await database.asSuperuser(
        'SET session_replication_role = replica; TRUNCATE clock, clock_rung, clock_change, hazard_policy, outbox, audit_entry',
      );
      time.beginAt(at);
      this.refer();
    },
    async facts(): Promise<string[]> {
      const rows = await dataSource.query<{ type: string }[]>('SELECT type FROM outbox ORDER BY seq');
      return rows.map(({ type }) => type);
    },
    async rungs(): Promise<string[]> {
      const rows = await dataSource.query<{ line: string }[]>(
        `SELECT rung || CASE WHEN taken THEN '' ELSE ' skipped' END AS line
         FROM clock_rung ORDER BY ladder, decided_at, taken, rung`,
      );
      return rows.map(({ line }) => line);
    },
    async close(): Promise<void> {
      await dataSource.destroy();
      await database.drop();
    },
  };
}

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import type { DataSource } from 'typeorm';
import { OutboxNudge, PostgresUnitOfWork, serviceActor } from '../commands/index.ts';
import { OffsetBusinessClock } from '../config/index.ts';
import { openDatabase } from '../persistence/index.ts';
import { type FoldedTable, foldRows } from './index.ts';

interface Step {
  readonly hazard: string;
  readonly by: number;
}
interface Walk {
  readonly steps: readonly number[];
}

const table = {
  name: 'walk',
  columns: { hazard: 'text', facts: 'jsonb', distance: 'integer', names: 'text[]', ended: 'timestamptz' },
} as const;

const walks: FoldedTable<Walk, Step, typeof table> = {
  table,
  key: 'hazard',
  keyOf: ({ hazard }) => hazard,
  empty: () => ({ steps: [] }),
  evolve: ({ steps }, { by }) => ({ steps: [...steps, by] }),
  rowOf: (hazard, facts) => ({
    hazard,
    facts,
    distance: facts.steps.reduce((sum, by) => sum + by, 0),
    names: facts.steps.map((by) => `"${by}",{}\\`),
    ended: facts.steps.length > 1 ? '2023-10-09T01:00:00.000Z' : null,
  }),
};

describe('rows folded from facts', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let fold: (steps: readonly Step[]) => Promise<void>;

  beforeAll(async () => {
    database = await createTestDatabase('assessment');
    dataSource = await openDatabase({
      url: database.url,
      schema: database.schema,
      entities: [],
      migrations: [],
    });
    await dataSource.query(
      'CREATE TABLE walk (hazard text PRIMARY KEY, facts jsonb, distance int, names text[], ended timestamptz)',
    );
    const unitOfWork = new PostgresUnitOfWork(
      dataSource,
      new OffsetBusinessClock(0),
      new OutboxNudge(dataSource),
    );
    const origin = { actor: serviceActor('assessment'), correlationId: 'r' };
    fold = (steps) => unitOfWork.run(origin, (work) => foldRows(work, walks, steps));
  });
  beforeEach(() => dataSource.query('TRUNCATE walk'));
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const rows = () => dataSource.query<Record<string, unknown>[]>('SELECT * FROM walk ORDER BY hazard');

  it('hold the fold in the order of the facts, and every column that follows from it', async () => {
    await fold([
      { hazard: 'b', by: 2 },
      { hazard: 'a', by: 1 },
      { hazard: 'b', by: 3 },
    ]);
    await fold([{ hazard: 'b', by: 5 }]);
    expect(await rows()).toEqual([
      { hazard: 'a', facts: { steps: [1] }, distance: 1, names: ['"1",{}\\'], ended: null },
      {
        hazard: 'b',
        facts: { steps: [2, 3, 5] },
        distance: 10,
        names: ['"2",{}\\', '"3",{}\\', '"5",{}\\'],
        ended: new Date('2023-10-09T01:00:00.000Z'),
      },
    ]);
  });

  it('lose nothing and never wait in a circle, whoever folds the same rows at once', async () => {
    const before = await deadlocks();
    const hazards = Array.from({ length: 40 }, (_, n) => `h${String(n)}`);
    const works = Array.from({ length: 24 }, (_, n) => {
      const mine = hazards.map((hazard) => ({ hazard, by: 1 }));
      const from = (n * 7) % hazards.length;
      const turned = [...mine.slice(from), ...mine.slice(0, from)];
      return fold(n % 2 === 0 ? turned : turned.toReversed());
    });
    await Promise.all(works);
    const all = await rows();
    expect(all.map(({ distance }) => distance)).toEqual(hazards.map(() => 24));
    expect(await deadlocks()).toBe(before);
  });

  async function deadlocks(): Promise<unknown> {
    const [row] = await database.asSuperuser(
      'SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()',
    );
    return row?.['deadlocks'];
  }
});

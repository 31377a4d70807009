import { openDatabase } from '@bihuan/platform/persistence';
import { emptyFacts } from '@bihuan/process-core';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { hazardNo } from '../__fixtures__/facts.ts';
import { Petitions1700000005000 } from './migrations/1700000005000-petitions.ts';
import { migrations } from './migrations/index.ts';

const [changed, told] = ['2023-10-09T07:00:00.000Z', '2023-10-12T10:00:00.000Z'];

let database: TestDatabase;
beforeEach(async () => (database = await createTestDatabase('supervision')));
afterEach(() => database.drop());

type Statement = readonly [sql: string, params: readonly unknown[]];
const caseChanged: Statement = [
  `INSERT INTO hazard_case (hazard_no, facts, state, round, co_orgs, settlements, correction, progress_reports,
     updated_at) VALUES ($1, $2, 'registered', 1, '{}', '{}', 0, 0, $3)`,
  [hazardNo, JSON.stringify(emptyFacts(hazardNo)), changed],
];
const rungTaken: Statement = [
  `INSERT INTO outbox (id, topic, key, type, envelope, occurred_at)
     VALUES (gen_random_uuid(), 'supervision', $1, 'clock.rungTaken', '{}', $2)`,
  [hazardNo, told],
];
const withoutInterviews = migrations.indexOf(Petitions1700000005000);

/** From when on rungs lead to interviews, after what an earlier release left that had so many migrations. */
async function startAfter(left: number, earlier: readonly Statement[]): Promise<unknown> {
  const settings = { url: database.url, schema: database.schema, entities: [] };
  const before = await openDatabase({ ...settings, migrations: migrations.slice(0, left) });
  for (const [sql, params] of earlier) await before.query(sql, [...params]);
  await before.destroy();
  const now = await openDatabase({ ...settings, migrations });
  const rows: unknown = await now.query(`SELECT at FROM interview_start`);
  await now.destroy();
  return rows;
}

it('a new deployment hears every rung', async () => {
  expect(await startAfter(0, [])).toEqual([]);
});

it('one that ran before passes over what was taken until the last thing it did', async () => {
  expect(await startAfter(withoutInterviews, [caseChanged, rungTaken])).toEqual([{ at: new Date(told) }]);
});

it('one that kept interviews already misses nothing it had not heard yet', async () => {
  expect(await startAfter(withoutInterviews + 1, [rungTaken])).toEqual([]);
});

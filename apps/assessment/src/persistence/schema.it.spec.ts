import { assertNoDrift, openDatabase } from '@bihuan/platform/persistence';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { entities } from './entities.ts';
import { migrations } from './migrations/index.ts';

describe('the schema of assessment', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase('assessment');
    dataSource = await openDatabase({ url: database.url, schema: database.schema, entities, migrations });
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('does not differ from the entities', async () => {
    await assertNoDrift(dataSource);
  });

  it('says of every column what it is for', async () => {
    const silent: unknown = await dataSource.query(
      `SELECT relname, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
       WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname = ANY($1)
         AND attnum > 0 AND NOT attisdropped AND coalesce(col_description(attrelid, attnum), '') = ''`,
      [dataSource.entityMetadatas.map(({ tableName }) => tableName)],
    );
    expect(silent).toEqual([]);
  });

  it('leaves rounds that were measured before the deadline they have', async () => {
    await dataSource.undoLastMigration();
    await dataSource.query(
      `INSERT INTO measured_round (hazard_no, round, begun_at, deadline) VALUES ('old', 1, now(), '2023-11-08T10:00Z')`,
    );
    await dataSource.runMigrations();
    const rounds: unknown = await dataSource.query(`SELECT deadline, moves FROM measured_round`);
    expect(rounds).toEqual([{ deadline: new Date('2023-11-08T10:00:00.000Z'), moves: [] }]);
    await assertNoDrift(dataSource);
  });

  it('folds what was measured before anew', async () => {
    // What moved deadlines, the concern of a hazard, and before it the assessments.
    for (let undone = 0; undone < 3; undone += 1) await dataSource.undoLastMigration();
    await dataSource.query(
      `INSERT INTO hazard_measure (hazard_no, facts, state, overdue, handovers, handovers_answered, handovers_late)
       VALUES ('old', '{}', 'registered', false, 0, 0, 0)`,
    );
    await dataSource.query(
      `INSERT INTO inbox (consumer, message_id) VALUES ('assessment.measures', gen_random_uuid())`,
    );
    await dataSource.runMigrations();
    const left: unknown = await dataSource.query(
      `SELECT hazard_no FROM hazard_measure UNION ALL SELECT consumer FROM inbox`,
    );
    expect(left).toEqual([]);
    await assertNoDrift(dataSource);
  });
});

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

  it('folds what was measured before anew', async () => {
    // The concern of a hazard, and before it the assessments.
    for (let undone = 0; undone < 2; undone += 1) await dataSource.undoLastMigration();
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

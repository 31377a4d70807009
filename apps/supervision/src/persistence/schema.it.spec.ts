import { assertNoDrift, openDatabase } from '@bihuan/platform/persistence';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { entities } from './entities.ts';
import { migrations } from './migrations/index.ts';

describe('the schema of supervision', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase('supervision');
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

  it('goes away again', async () => {
    for (let left = migrations.length; left > 0; left -= 1) await dataSource.undoLastMigration();
    const left: unknown = await dataSource.query(`SELECT to_regclass('hazard_case') AS left`);
    expect(left).toEqual([{ left: null }]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import { Column, type DataSource, Entity } from 'typeorm';
import {
  assertNoDrift,
  BaseColumns,
  compareAndSet,
  createDataSource,
  openDatabase,
  runMigrations,
} from './index.ts';

@Entity('paper')
class Paper extends BaseColumns {
  @Column({ type: 'text' })
  title!: string;
}

class Papers1690000000000 {
  readonly name = 'Papers1690000000000';
  async up(runner: { query(sql: string): Promise<unknown> }): Promise<void> {
    await runner.query(`CREATE TABLE paper (id uuid NOT NULL, version integer NOT NULL, created_at timestamptz(3) NOT NULL,
      updated_at timestamptz(3) NOT NULL, title text NOT NULL, CONSTRAINT "PK_paper" PRIMARY KEY (id))`);
  }
  async down(): Promise<void> {}
}

describe('persistence', () => {
  let database: TestDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createTestDatabase('handover');
    dataSource = await openDatabase({
      url: database.url,
      schema: database.schema,
      entities: [],
      migrations: [],
    });
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('leaves no difference between the migrated tables and the entities', async () => {
    await assertNoDrift(dataSource);
  });

  it('names what differs', async () => {
    await dataSource.query('ALTER TABLE inbox ADD COLUMN stray text');
    await expect(assertNoDrift(dataSource)).rejects.toThrow(/stray/);
    await dataSource.query('ALTER TABLE inbox DROP COLUMN stray');
  });

  it('says in the database what every column is for', async () => {
    const silent = await dataSource.query<unknown[]>(
      `SELECT relname, attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
       WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname <> 'migrations'
         AND attnum > 0 AND NOT attisdropped AND col_description(attrelid, attnum) IS NULL`,
    );
    expect(silent).toEqual([]);
  });

  it('works in its own schema, in UTC, under its own name, with bounded statements', async () => {
    const [session] = await dataSource.query<unknown[]>(
      `SELECT current_schema() AS schema, current_setting('TimeZone') AS zone,
         current_setting('application_name') AS name, current_setting('statement_timeout') AS bound`,
    );
    expect(session).toEqual({ schema: 'handover', zone: 'UTC', name: 'handover', bound: '15s' });
  });

  it('migrates once when two instances start together', async () => {
    const settings = {
      url: database.url,
      schema: database.schema,
      entities: [Paper],
      migrations: [Papers1690000000000],
    };
    const both = [createDataSource(settings), createDataSource(settings)];
    await Promise.all(both.map((each) => each.initialize()));
    const ran = await Promise.all(both.map(runMigrations));
    await Promise.all(both.map((each) => each.destroy()));
    expect(ran.flat()).toEqual(['Papers1690000000000']);
  });

  describe('compareAndSet', () => {
    const id = '01890a5d-ac96-774b-bcce-b302099a8057';
    let papers: DataSource;

    beforeAll(async () => {
      papers = createDataSource({
        url: database.url,
        schema: database.schema,
        entities: [Paper],
        migrations: [],
      });
      await papers.initialize();
      await papers.query(`INSERT INTO paper VALUES ($1, 1, now(), now(), 'first')`, [id]);
    });

    afterAll(() => papers.destroy());

    it('changes the row and raises its version', async () => {
      expect(await compareAndSet(papers.manager, Paper, { id, version: 1 }, { title: 'second' })).toBe(2);
      expect(await papers.manager.findOneBy(Paper, { id })).toMatchObject({ version: 2, title: 'second' });
    });

    it('refuses a version that has passed', async () => {
      const late = compareAndSet(papers.manager, Paper, { id, version: 1 }, { title: 'third' });
      await expect(late).rejects.toMatchObject({ code: 'concurrency.stale' });
      expect(await papers.manager.findOneBy(Paper, { id })).toMatchObject({ title: 'second' });
    });

    it('lets one of many win', async () => {
      const attempts = Array.from({ length: 8 }, (_, n) =>
        compareAndSet(papers.manager, Paper, { id, version: 2 }, { title: `racer ${n}` }),
      );
      const outcomes = await Promise.allSettled(attempts);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });
  });
});

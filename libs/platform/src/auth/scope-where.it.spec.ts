import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Scope } from '@bihuan/contracts';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import { DataSource } from 'typeorm';
import { scopeWhere } from './scope-where.ts';

const nobody: Scope = { all: false, cities: [], counties: [], fields: [], units: [], orgs: [] };
const columns = {
  city: 'h.city_code',
  county: 'h.place_code',
  field: 'h.field_code',
  coFields: 'h.co_fields',
  unit: 'h.credit_code',
};

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase('handover');
  dataSource = await new DataSource({
    type: 'postgres',
    url: database.url,
    schema: database.schema,
  }).initialize();
  await dataSource.query(`
    CREATE TABLE ${database.schema}.hazard
      (no text, city_code text, place_code text, field_code text, co_fields text[], credit_code text)`);
  await dataSource.query(`
    INSERT INTO ${database.schema}.hazard VALUES
      ('taiyuan', '140100', '140105', 'GAS', '{}', '911'),
      ('datong', '140200', '140212', 'MIN', '{GAS}', '922'),
      ('body', '140300', '140302', 'RD', '{}', NULL)`);
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

async function seen(scope: Partial<Scope>): Promise<string[]> {
  const { sql, params } = scopeWhere({ ...nobody, ...scope }, columns);
  const rows = await dataSource
    .createQueryBuilder()
    .select('h.no', 'no')
    .from(`${database.schema}.hazard`, 'h')
    .where(sql, params)
    .orderBy('h.no')
    .getRawMany<{ no: string }>();
  return rows.map(({ no }) => no);
}

describe('scopeWhere in the database', () => {
  test.each<[string, Partial<Scope>, string[]]>([
    ['everything', { all: true }, ['body', 'datong', 'taiyuan']],
    ['nothing', {}, []],
    ['a city', { cities: ['140200'] }, ['datong']],
    ['a county', { counties: ['140105'] }, ['taiyuan']],
    ['a field, also where it is shared', { fields: ['GAS'] }, ['datong', 'taiyuan']],
    ['a unit; a row without one is not everybody’s', { units: ['911'] }, ['taiyuan']],
    ['the union', { cities: ['140300'], units: ['922'] }, ['body', 'datong']],
    ['hostile text is a value like any other', { cities: ["140100') OR TRUE --"], fields: ['{GAS}'] }, []],
  ])('%s', async (_name, scope, expected) => {
    expect(await seen(scope)).toEqual(expected);
  });
});

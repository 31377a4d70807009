import { describe, expect, test } from '@jest/globals';
import type { Scope } from '@bihuan/contracts';
import { scopeWhere } from './scope-where.ts';

const nobody: Scope = { all: false, cities: [], counties: [], fields: [], units: [], orgs: [] };
const columns = { city: 'h.city_code', county: 'h.place_code', field: 'h.field_code', unit: 'h.credit_code' };

describe('scopeWhere', () => {
  test.each<[string, Partial<Scope>, object, string, Record<string, readonly string[]>]>([
    ['everything', { all: true }, columns, 'TRUE', {}],
    ['nothing', {}, columns, 'FALSE', {}],
    [
      'a city',
      { cities: ['140100'] },
      columns,
      '(h.city_code = ANY(:scopeCities))',
      { scopeCities: ['140100'] },
    ],
    [
      'the union of the parts',
      { counties: ['140105'], fields: ['GAS'], units: ['911'] },
      columns,
      '(h.place_code = ANY(:scopeCounties) OR h.field_code = ANY(:scopeFields) OR h.credit_code = ANY(:scopeUnits))',
      { scopeCounties: ['140105'], scopeFields: ['GAS'], scopeUnits: ['911'] },
    ],
    [
      'co-fields share the parameter of the fields',
      { fields: ['GAS'] },
      { field: 'h.field_code', coFields: 'h.co_fields' },
      '(h.field_code = ANY(:scopeFields) OR h.co_fields && :scopeFields)',
      { scopeFields: ['GAS'] },
    ],
    ['no column for the only part: nothing', { units: ['911'] }, { city: 'h.city_code' }, 'FALSE', {}],
  ])('%s', (_name, scope, given, sql, params) => {
    expect(scopeWhere({ ...nobody, ...scope }, given)).toEqual({ sql, params });
  });

  test('what the scope says never stands in the SQL', () => {
    const hostile = "140100') OR TRUE --";
    const { sql, params } = scopeWhere({ ...nobody, cities: [hostile] }, columns);
    expect(sql).not.toContain(hostile);
    expect(params).toEqual({ scopeCities: [hostile] });
  });
});

import type { Scope } from '@bihuan/contracts';

/** Columns that say whom a row concerns, as they are written in the query, e.g. `hazard.city_code`. */
export interface ScopeColumns {
  readonly city?: string;
  readonly county?: string;
  readonly field?: string;
  /** Array column with further fields that share the row. */
  readonly coFields?: string;
  /** Credit code of the unit. */
  readonly unit?: string;
  /** Organisation the row belongs to. */
  readonly org?: string;
  /** Array of the organisations the row concerns. */
  readonly orgs?: string;
}

/** A condition with named parameters. */
export interface Condition {
  readonly sql: string;
  readonly params: Readonly<Record<string, readonly string[]>>;
}

/**
 * The rows a scope may see: the union of its parts, each over the column that belongs to it.
 * The parts travel as parameters (`:scopeCities` …), only the given column names stand in the SQL.
 */
export function scopeWhere(scope: Scope, columns: ScopeColumns): Condition {
  if (scope.all) return { sql: 'TRUE', params: {} };
  const parts = [
    { column: columns.city, name: 'scopeCities', values: scope.cities, test: 'isOneOf' },
    { column: columns.county, name: 'scopeCounties', values: scope.counties, test: 'isOneOf' },
    { column: columns.field, name: 'scopeFields', values: scope.fields, test: 'isOneOf' },
    { column: columns.coFields, name: 'scopeFields', values: scope.fields, test: 'overlaps' },
    { column: columns.unit, name: 'scopeUnits', values: scope.units, test: 'isOneOf' },
    { column: columns.org, name: 'scopeOrgs', values: scope.orgs, test: 'isOneOf' },
    { column: columns.orgs, name: 'scopeOrgs', values: scope.orgs, test: 'overlaps' },
  ].filter(({ column, values }) => column !== undefined && values.length > 0);
  if (parts.length === 0) return { sql: 'FALSE', params: {} };
  const conditions = parts.map(({ column, name, test }) =>
    test === 'overlaps' ? `${column} && :${name}` : `${column} = ANY(:${name})`,
  );
  return {
    sql: `(${conditions.join(' OR ')})`,
    params: Object.fromEntries(parts.map(({ name, values }) => [name, values])),
  };
}

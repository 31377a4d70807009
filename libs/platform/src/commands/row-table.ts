/** A table into which works write rows, and the columns they bring; others take their defaults. */
export interface RowTable<Column extends string = string> {
  readonly name: string;
  /** SQL type of each column, by its name in the database. */
  readonly columns: Readonly<Record<Column, string>>;
}

/** A row as JSON brings it: instants as ISO 8601, arrays as arrays; what is left out is NULL. */
export type RowOf<T extends RowTable> = { readonly [C in keyof T['columns']]?: unknown };

/**
 * One statement that writes rows into all of the tables. Its parameters are JSON arrays of rows, one a table; rows of
 * a table are written in the order of the array, so that identities follow it.
 */
export function insertSql(tables: readonly RowTable[]): string {
  const inserts = tables.map((table, index) => insertInto(table, index + 1));
  const [last = '', ...others] = inserts.toReversed();
  if (others.length === 0) return last;
  const parts = others.toReversed().map((insert, index) => `part${index} AS (${insert})`);
  return `WITH ${parts.join(', ')} ${last}`;
}

function insertInto({ name, columns }: RowTable, parameter: number): string {
  const names = Object.keys(columns).map(quoted).join(', ');
  const typed = Object.entries(columns).map(([column, type]) => `${quoted(column)} ${type}`);
  return `INSERT INTO ${name} (${names}) SELECT ${names}
    FROM ROWS FROM (json_to_recordset($${parameter}::json) AS (${typed.join(', ')})) WITH ORDINALITY AS new(${names}, place)
    ORDER BY place`;
}

const quoted = (column: string): string => `"${column}"`;

/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Statements that write the business sentences of a table and its columns into the database. */
export function comments(table: string, about: string, columns: Readonly<Record<string, string>>): string[] {
  return [
    `COMMENT ON TABLE ${table} IS ${literal(about)}`,
    ...Object.entries(columns).map(
      ([column, sentence]) => `COMMENT ON COLUMN ${table}.${column} IS ${literal(sentence)}`,
    ),
  ];
}

/** What a table and its columns are for, said in the database itself. */
export function comments(
  table: string,
  purpose: string,
  columns: Readonly<Record<string, string>>,
): string[] {
  return [
    `COMMENT ON TABLE ${table} IS '${purpose}'`,
    ...Object.entries(columns).map(
      ([column, sentence]) => `COMMENT ON COLUMN ${table}.${column} IS '${sentence}'`,
    ),
  ];
}

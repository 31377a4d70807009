import type pg from 'pg';

/** The tables a registration writes, and the columns it brings to each. */
export const writtenTables = ['hazard', 'audit_entry', 'outbox', 'idempotency_key'] as const;
export type WrittenTable = (typeof writtenTables)[number];

/** Columns that the database fills in. */
const filledIn = new Set([
  ...['seq', 'chain_position', 'chain_hash', 'written_at', 'attempts', 'sent_at', 'parked_at'],
  ...['last_error', 'answered_at'],
]);

/** Rows as registrations wrote them, as texts. */
export interface WrittenRows {
  readonly columns: Readonly<Record<WrittenTable, readonly string[]>>;
  readonly rows: Readonly<Record<WrittenTable, readonly (readonly (string | null)[])[]>>;
}

const SAMPLES = 500;

/** Takes rows that the product wrote, to write the same ones barely. */
export async function takeRows(client: pg.Client): Promise<WrittenRows> {
  const columns: Partial<Record<WrittenTable, readonly string[]>> = {};
  const rows: Partial<Record<WrittenTable, readonly (readonly (string | null)[])[]>> = {};
  for (const table of writtenTables) {
    const asText = { getTypeParser: () => (value: string) => value };
    const { rows: found, fields } = await client.query<(string | null)[]>({
      text: `SELECT * FROM registration.${table} LIMIT ${SAMPLES}`,
      rowMode: 'array',
      types: asText,
    });
    const brought = fields.flatMap(({ name }, index) => (filledIn.has(name) ? [] : [{ name, index }]));
    columns[table] = brought.map(({ name }) => name);
    rows[table] = found.map((row) => brought.map(({ index }) => row[index] ?? null));
  }
  return { columns, rows } as WrittenRows;
}

/** Tables with the same columns, types, defaults and indexes, which nothing but the bench uses. */
export async function makeBareTables(client: pg.Client): Promise<void> {
  await client.query('CREATE SCHEMA IF NOT EXISTS bench');
  for (const table of writtenTables)
    await client.query(
      `CREATE TABLE IF NOT EXISTS bench.${table} (LIKE registration.${table} INCLUDING ALL)`,
    );
}

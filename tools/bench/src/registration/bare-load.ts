import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { serveJob } from '../harness/child.ts';
import { sharedOut } from '../harness/latencies.ts';
import { type WrittenRows, type WrittenTable, writtenTables } from './rows.ts';

/** Writes the rows of registrations without the product, as pgbench would. */
export interface BareLoad {
  readonly databaseUrl: string;
  readonly connections: number;
  readonly operations: number;
  readonly run: string;
  readonly written: WrittenRows;
}

/** What must differ from row to row: the columns of the unique indexes. */
const unique: Readonly<Record<WrittenTable, Readonly<Record<string, (run: string, n: number) => string>>>> = {
  hazard: { hazard_no: (run, n) => `${run}-${n}` },
  audit_entry: { subject: (run, n) => `${run}-${n}` },
  outbox: { id: () => randomUUID(), key: (run, n) => `${run}-${n}` },
  idempotency_key: { key: (run, n) => `${run}-${n}` },
};

serveJob(async ({ databaseUrl, connections, operations, run, written }: BareLoad) => {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      return client;
    }),
  );
  return async () => {
    const latencies = await sharedOut(operations, clients, async (client, n) => {
      await client.query('BEGIN');
      for (const table of writtenTables) await insert(client, table, written, run, n);
      await client.query('COMMIT');
    });
    await Promise.all(clients.map((client) => client.end()));
    return latencies.figures;
  };
});

/** A prepared statement: named, parsed once a connection. */
async function insert(
  client: pg.Client,
  table: WrittenTable,
  { columns, rows }: WrittenRows,
  run: string,
  n: number,
): Promise<void> {
  const names = columns[table];
  const row = rows[table][n % rows[table].length] ?? [];
  const places = names.map((_, index) => `$${index + 1}`);
  await client.query({
    name: table,
    text: `INSERT INTO bench.${table} (${names.join(', ')}) VALUES (${places.join(', ')})`,
    values: row.map((value, index) => unique[table][names[index] ?? '']?.(run, n) ?? value),
  });
}

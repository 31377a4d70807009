import pg from 'pg';

/** A connection of the bench's own, past grants and triggers. */
export async function withDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether a statement that returns one boolean says true. */
export async function isSo(client: pg.Client, sql: string): Promise<boolean> {
  const { rows } = await client.query<{ so: boolean }>(`SELECT (${sql}) AS so`);
  return rows[0]?.so === true;
}

import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { serveJob } from '../harness/child.ts';

/** Puts rows into a table by COPY alone. */
export interface BareCopy {
  readonly databaseUrl: string;
  readonly table: string;
  /** In the text format of COPY. */
  readonly file: string;
}

serveJob(async ({ databaseUrl, table, file }: BareCopy) => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  return async () => {
    await pipeline(createReadStream(file), client.query(from(`COPY ${table} FROM STDIN`)));
    await client.end();
    return {};
  };
});

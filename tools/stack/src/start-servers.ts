import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { searchAttributes } from '@bihuan/contracts';
import type { LocatedServers } from './locate-servers.ts';
import { freePort, freePorts } from './process/ports.ts';
import { provisionTemporal } from './provision/databases.ts';
import { registerNamespace } from './provision/temporal-namespace.ts';
import type { Step } from './report/steps.ts';
import { kafka } from './servers/kafka.ts';
import { postgres } from './servers/postgres.ts';
import type { Located, RunningServer, Started } from './servers/server.ts';
import { temporal, temporalPortNames } from './servers/temporal.ts';
import { temporalUi } from './servers/temporal-ui.ts';

/** Where one set of servers lives and what it may call its own. */
export interface ServersPlace {
  readonly dataDirectory: string;
  readonly logDirectory: string;
  readonly namespace: string;
  readonly preferredUiPort?: number;
  readonly passwords: { readonly postgres: string; readonly temporal: string };
}

/** The addresses of a running set. */
export interface ServerAddresses {
  /** postgres:// URL of the superuser */
  readonly postgres: string;
  readonly kafka: string;
  readonly temporal: string;
  readonly temporalUi: string;
}

/** A server that runs elsewhere is taken as it is; ours is started. */
async function begin<Files>(
  located: Located<Files>,
  start: (files: Files) => Promise<RunningServer>,
): Promise<string> {
  return located.from === 'address' ? located.address : (await start(located.files)).address;
}

async function startPostgres(
  located: LocatedServers,
  place: ServersPlace,
  started: Started,
): Promise<string> {
  return begin(located.postgres, async (files) => {
    const own = {
      dataDirectory: join(place.dataDirectory, 'postgres'),
      logFile: join(place.logDirectory, 'postgres.log'),
      port: await freePort(),
      password: place.passwords.postgres,
    };
    return postgres.start(files, own, started);
  });
}

async function startKafka(located: LocatedServers, place: ServersPlace, started: Started): Promise<string> {
  return begin(located.kafka, async (files) => {
    const own = {
      dataDirectory: join(place.dataDirectory, 'kafka'),
      logFile: join(place.logDirectory, 'kafka.log'),
      port: await freePort(),
      controllerPort: await freePort(),
    };
    return kafka.start(files, own, started);
  });
}

async function startTemporal(
  located: LocatedServers,
  place: ServersPlace,
  started: Started,
  postgresAddress: Promise<string>,
): Promise<string> {
  const address = await begin(located.temporal, async (files) => {
    const own = {
      directory: place.dataDirectory,
      logFile: join(place.logDirectory, 'temporal.log'),
      ports: await freePorts(temporalPortNames),
      database: await provisionTemporal(await postgresAddress, place.passwords.temporal),
    };
    return temporal.start(files, own, started);
  });
  await registerNamespace(address, place.namespace, searchAttributes);
  return address;
}

async function startTemporalUi(
  located: LocatedServers,
  place: ServersPlace,
  started: Started,
  temporalAddress: Promise<string>,
): Promise<string> {
  return begin(located.temporalUi, async (files) => {
    const own = {
      directory: place.dataDirectory,
      logFile: join(place.logDirectory, 'temporal-ui.log'),
      port: await freePort(place.preferredUiPort),
      temporalAddress: await temporalAddress,
      namespace: place.namespace,
    };
    return temporalUi.start(files, own, started);
  });
}

/** A set of servers that is being started: steps to show, and the addresses once all are ready. */
export interface StartingServers {
  readonly steps: readonly Step[];
  readonly addresses: Promise<ServerAddresses>;
}

/**
 * Starts one set of servers side by side, or takes those that run elsewhere, and registers the Temporal namespace.
 * Failures come out of the steps; whoever awaits the addresses runs the steps first.
 */
export async function startServers(
  located: LocatedServers,
  place: ServersPlace,
  started: Started,
): Promise<StartingServers> {
  await mkdir(place.logDirectory, { recursive: true });
  await mkdir(place.dataDirectory, { recursive: true });
  // The account that Postgres runs under must be able to walk through.
  await chmod(place.dataDirectory, 0o711);
  const postgresAddress = startPostgres(located, place, started);
  const kafkaAddress = startKafka(located, place, started);
  const temporalAddress = startTemporal(located, place, started, postgresAddress);
  const uiAddress = startTemporalUi(located, place, started, temporalAddress);
  const step = (title: string, address: Promise<string>): Step => ({
    title,
    run: async () => `at ${(await address).replace(/^postgres:.*@/, '')}`,
  });
  const addresses = Promise.all([postgresAddress, kafkaAddress, temporalAddress, uiAddress]).then(
    ([postgres, kafka, temporal, temporalUi]) => ({ postgres, kafka, temporal, temporalUi }),
  );
  // Heard of through the steps; this keeps a failure from counting as unheard before they run.
  addresses.catch(() => undefined);
  return {
    steps: [
      step(postgres.name, postgresAddress),
      step(kafka.name, kafkaAddress),
      step(temporal.name, temporalAddress),
      step(temporalUi.name, uiAddress),
    ],
    addresses,
  };
}

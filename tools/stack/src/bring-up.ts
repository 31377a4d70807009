import { mkdir, rm } from 'node:fs/promises';
import type { ServiceName } from '@bihuan/contracts';
import { buildStep } from './build.ts';
import { locateServers } from './locate-servers.ts';
import type { StackPlace } from './place.ts';
import { freePort } from './process/ports.ts';
import { provisionServices } from './provision/databases.ts';
import { loadDeployment } from './provision/deployment.ts';
import { loadSecrets } from './provision/secrets.ts';
import { provisionTopics } from './provision/topics.ts';
import { runSteps } from './report/steps.ts';
import { startingMailbox } from './servers/mailbox.ts';
import type { Started } from './servers/server.ts';
import { serviceDefinitions } from './services/definitions.ts';
import type { ServiceSurroundings } from './services/environment.ts';
import { serviceSteps } from './services/start-services.ts';
import type { StackSettings } from './settings.ts';
import type { StackAddresses } from './stack-record.ts';
import { startServers } from './start-servers.ts';

export const namespace = 'bihuan';
const PREFERRED_UI_PORT = 8233;
const PREFERRED_MAILBOX_PORT = 8025;

async function serviceUrls({ wellKnownPorts }: StackPlace): Promise<Record<ServiceName, string>> {
  const urls = new Map<ServiceName, string>();
  for (const { name, preferredPort } of serviceDefinitions) {
    urls.set(name, `http://127.0.0.1:${await freePort(wellKnownPorts ? preferredPort : undefined)}`);
  }
  return Object.fromEntries(urls) as Record<ServiceName, string>;
}

/** Locates, builds, starts and provisions everything at its place, in the order that parts depend on each other. */
export async function bringUp(
  settings: StackSettings,
  place: StackPlace,
  started: Started,
): Promise<ServiceSurroundings> {
  const withDatabase = serviceDefinitions.filter(({ database }) => database).map(({ name }) => name);
  const secrets = await loadSecrets(place.secretsFile, withDatabase);
  const deployment = await loadDeployment(place.deploymentFile, Date.now());
  await rm(place.logs, { recursive: true, force: true });
  await mkdir(place.logs, { recursive: true });
  const located = await locateServers(settings);
  const serversPlace = {
    dataDirectory: place.data,
    logDirectory: place.logs,
    namespace,
    ...(place.wellKnownPorts && {
      preferredUiPort: PREFERRED_UI_PORT,
      preferredMailboxPort: PREFERRED_MAILBOX_PORT,
    }),
    passwords: secrets,
  };
  const servers = await startServers(located, serversPlace, started);
  const mailbox = startingMailbox(serversPlace, started);
  await runSteps([...servers.steps, mailbox.step, buildStep], settings.plain);
  const addresses = { ...(await servers.addresses), ...(await mailbox.addresses) };
  await Promise.all([
    provisionServices(addresses.postgres, secrets.services),
    provisionTopics(addresses.kafka),
  ]);
  const urls = await serviceUrls(place);
  const surroundings = {
    addresses,
    secrets,
    deployment,
    namespace,
    host: '127.0.0.1',
    urls,
    publicUrls: urls,
    files: {
      demoAccounts: place.demoAccountsFile,
      identityKeys: place.identityKeysFile,
      objects: place.objects,
    },
  };
  await runSteps(serviceSteps(surroundings, place.logs, started), settings.plain);
  return surroundings;
}

/** What tools that use the running product are told: sample loader, story, operations commands. */
export function toolEnvironment(surroundings: ServiceSurroundings): Record<string, string> {
  const { addresses, deployment, urls, files } = surroundings;
  return {
    BIHUAN_GATEWAY_URL: urls.gateway,
    BIHUAN_DEMO_ACCOUNTS: files.demoAccounts,
    BIHUAN_TEMPORAL_ADDRESS: addresses.temporal,
    BIHUAN_TEMPORAL_NAMESPACE: namespace,
    BIHUAN_TEMPORAL_UI: addresses.temporalUi,
    BIHUAN_MAILBOX_URL: addresses.mailbox,
    BIHUAN_KAFKA_BROKERS: addresses.kafka,
    BIHUAN_BUSINESS_TIME_OFFSET_MS: String(deployment.businessTimeOffsetMs),
  };
}

/** Where the running product is to be found. */
export function stackAddresses(surroundings: ServiceSurroundings): StackAddresses {
  const { gateway, identity } = surroundings.urls;
  return {
    gateway,
    apiDocs: `${gateway}/api/docs`,
    temporalUi: surroundings.addresses.temporalUi,
    identity,
    mailbox: surroundings.addresses.mailbox,
  };
}

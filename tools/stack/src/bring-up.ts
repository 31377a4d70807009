import { mkdir, rm } from 'node:fs/promises';
import type { ServiceName } from '@bihuan/contracts';
import { buildStep } from './build.ts';
import { checkout } from './checkout.ts';
import { locateServers } from './locate-servers.ts';
import { freePort } from './process/ports.ts';
import { provisionServices } from './provision/databases.ts';
import { loadDeployment } from './provision/deployment.ts';
import { loadSecrets } from './provision/secrets.ts';
import { provisionTopics } from './provision/topics.ts';
import { runSteps } from './report/steps.ts';
import type { Started } from './servers/server.ts';
import { serviceDefinitions } from './services/definitions.ts';
import { serviceUrl, type ServiceSurroundings } from './services/environment.ts';
import { serviceSteps } from './services/start-services.ts';
import type { StackSettings } from './settings.ts';
import type { StackAddresses } from './stack-record.ts';
import { startServers } from './start-servers.ts';

export const namespace = 'bihuan';
const PREFERRED_UI_PORT = 8233;

async function servicePorts(): Promise<Record<ServiceName, number>> {
  const ports = new Map<ServiceName, number>();
  for (const { name, preferredPort } of serviceDefinitions) ports.set(name, await freePort(preferredPort));
  return Object.fromEntries(ports) as Record<ServiceName, number>;
}

/** Locates, builds, starts and provisions everything, in the order that parts depend on each other. */
export async function bringUp(settings: StackSettings, started: Started): Promise<ServiceSurroundings> {
  const withDatabase = serviceDefinitions.filter(({ database }) => database).map(({ name }) => name);
  const secrets = await loadSecrets(checkout.secretsFile, withDatabase);
  const deployment = await loadDeployment(checkout.deploymentFile, Date.now());
  await rm(checkout.logs, { recursive: true, force: true });
  await mkdir(checkout.logs, { recursive: true });
  const located = await locateServers(settings);
  const place = {
    dataDirectory: checkout.data,
    logDirectory: checkout.logs,
    namespace,
    preferredUiPort: PREFERRED_UI_PORT,
    passwords: secrets,
  };
  const servers = await startServers(located, place, started);
  await runSteps([...servers.steps, buildStep], settings.plain);
  const addresses = await servers.addresses;
  await Promise.all([
    provisionServices(addresses.postgres, secrets.services),
    provisionTopics(addresses.kafka),
  ]);
  const ports = await servicePorts();
  const surroundings = { addresses, secrets, deployment, ports, namespace, machine: process.env };
  await runSteps(serviceSteps(surroundings, started), settings.plain);
  return surroundings;
}

/** What tools that use the running product are told: sample loader, story, operations commands. */
export function toolEnvironment(surroundings: ServiceSurroundings): Record<string, string> {
  const { addresses, deployment, ports } = surroundings;
  return {
    BIHUAN_GATEWAY_URL: serviceUrl(ports, 'gateway'),
    BIHUAN_DEMO_ACCOUNTS: checkout.demoAccountsFile,
    BIHUAN_TEMPORAL_ADDRESS: addresses.temporal,
    BIHUAN_TEMPORAL_NAMESPACE: namespace,
    BIHUAN_TEMPORAL_UI: addresses.temporalUi,
    BIHUAN_KAFKA_BROKERS: addresses.kafka,
    BIHUAN_BUSINESS_TIME_OFFSET_MS: String(deployment.businessTimeOffsetMs),
  };
}

/** Where the running product is to be found. */
export function stackAddresses(surroundings: ServiceSurroundings): StackAddresses {
  const gateway = serviceUrl(surroundings.ports, 'gateway');
  return {
    gateway,
    apiDocs: `${gateway}/api/docs`,
    temporalUi: surroundings.addresses.temporalUi,
    identity: serviceUrl(surroundings.ports, 'identity'),
  };
}

import type { ServiceName } from '@bihuan/contracts';
import { checkout } from '../checkout.ts';
import { productDatabase } from '../provision/databases.ts';
import type { Deployment } from '../provision/deployment.ts';
import type { Secrets } from '../provision/secrets.ts';
import type { ServerAddresses } from '../start-servers.ts';
import { serviceDefinitions, type ServiceDefinition } from './definitions.ts';

/** What the services of one stack are told. */
export interface ServiceSurroundings {
  readonly addresses: ServerAddresses;
  readonly secrets: Secrets;
  readonly deployment: Deployment;
  readonly ports: Readonly<Record<ServiceName, number>>;
  readonly namespace: string;
  /** The PATH and the like of the machine. */
  readonly machine: NodeJS.ProcessEnv;
}

export const serviceUrl = (ports: ServiceSurroundings['ports'], name: ServiceName): string =>
  `http://127.0.0.1:${ports[name]}`;

function databaseUrl(surroundings: ServiceSurroundings, service: string): string {
  const url = new URL(surroundings.addresses.postgres);
  url.username = service;
  url.password = surroundings.secrets.services[service] ?? '';
  url.pathname = `/${productDatabase}`;
  return url.href;
}

/** What one service alone is told. */
function ownSettings(surroundings: ServiceSurroundings, name: ServiceName): NodeJS.ProcessEnv {
  const { ports, secrets } = surroundings;
  switch (name) {
    case 'gateway':
      return {
        PUBLIC_URL: serviceUrl(ports, 'gateway'),
        IDENTITY_ISSUER: serviceUrl(ports, 'identity'),
        INTERNAL_TOKEN_PRIVATE_JWK: JSON.stringify(secrets.internalToken.privateJwk),
        SERVICE_URLS: JSON.stringify(
          Object.fromEntries(
            serviceDefinitions.map((service) => [service.name, serviceUrl(ports, service.name)]),
          ),
        ),
      };
    case 'identity':
      return {
        PUBLIC_URL: serviceUrl(ports, 'identity'),
        DEMO_ACCOUNTS_FILE: checkout.demoAccountsFile,
        IDENTITY_JWKS_FILE: checkout.identityKeysFile,
      };
    default:
      return {};
  }
}

/** The whole environment of a service's process. */
export function serviceEnvironment(
  surroundings: ServiceSurroundings,
  service: ServiceDefinition,
): NodeJS.ProcessEnv {
  const { addresses, deployment, machine, secrets } = surroundings;
  return {
    PATH: machine['PATH'],
    TZ: machine['TZ'],
    NODE_ENV: 'production',
    KAFKAJS_NO_PARTITIONER_WARNING: '1',
    LOG_LEVEL: machine['LOG_LEVEL'] ?? 'info',
    BIHUAN_SERVICE: service.name,
    HOST: '127.0.0.1',
    PORT: String(surroundings.ports[service.name]),
    ...(service.database && { DATABASE_URL: databaseUrl(surroundings, service.name) }),
    KAFKA_BROKERS: addresses.kafka,
    TEMPORAL_ADDRESS: addresses.temporal,
    TEMPORAL_NAMESPACE: surroundings.namespace,
    BUSINESS_TIME_OFFSET_MS: String(deployment.businessTimeOffsetMs),
    INTERNAL_TOKEN_PUBLIC_JWK: JSON.stringify(secrets.internalToken.publicJwk),
    ...ownSettings(surroundings, service.name),
  };
}

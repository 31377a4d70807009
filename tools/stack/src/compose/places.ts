import type { ServiceName } from '@bihuan/contracts';
import { postgresSuperuser } from '../servers/postgres.ts';
import type { Secrets } from '../provision/secrets.ts';
import { serviceDefinitions, type ServiceDefinition } from '../services/definitions.ts';
import type { ServiceSurroundings } from '../services/environment.ts';
import type { Deployment } from '../provision/deployment.ts';

/** The volume that all containers of docker-compose.yml share. */
export const composeDirectory = '/bihuan';
const OTHER_PORT = 3000;

/** Host names and ports as docker-compose.yml gives them. */
const composeUrl = ({ name, preferredPort }: ServiceDefinition): string =>
  // Browsers reach every name under .localhost at the loopback address, containers by an alias of that name:
  // so the issuer of tokens has one address for both.
  `http://${name === 'identity' ? 'identity.localhost' : name}:${preferredPort ?? OTHER_PORT}`;

/** The surroundings of the services when docker compose runs them. */
export function composeSurroundings(secrets: Secrets, deployment: Deployment): ServiceSurroundings {
  const urls = Object.fromEntries(serviceDefinitions.map((service) => [service.name, composeUrl(service)]));
  return {
    addresses: {
      postgres: `postgres://${postgresSuperuser}:${secrets.postgres}@postgres:5432/postgres`,
      kafka: 'kafka:9092',
      temporal: 'temporal:7233',
      temporalUi: 'http://localhost:8233',
      smtp: 'smtp://mailbox:1025',
      mailbox: 'http://localhost:8025',
    },
    secrets,
    deployment,
    namespace: 'bihuan',
    host: '0.0.0.0',
    urls: urls as Record<ServiceName, string>,
    publicUrls: { gateway: 'http://localhost:8080', identity: 'http://identity.localhost:8081' },
    files: {
      demoAccounts: `${composeDirectory}/demo-accounts.json`,
      identityKeys: `${composeDirectory}/identity-jwks.json`,
      objects: `${composeDirectory}/objects`,
    },
  };
}

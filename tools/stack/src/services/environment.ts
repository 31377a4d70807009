import type { ServiceName } from '@bihuan/contracts';
import { productDatabase } from '../provision/databases.ts';
import type { Deployment } from '../provision/deployment.ts';
import type { Secrets } from '../provision/secrets.ts';
import type { MailboxAddresses } from '../servers/mailbox.ts';
import type { ServerAddresses } from '../start-servers.ts';
import type { ServiceDefinition } from './definitions.ts';

/** What the services of one stack are told. */
export interface ServiceSurroundings {
  readonly addresses: ServerAddresses & MailboxAddresses;
  readonly secrets: Secrets;
  readonly deployment: Deployment;
  readonly namespace: string;
  /** Address that services listen on. */
  readonly host: string;
  /** Where each service is found by the others. */
  readonly urls: Readonly<Record<ServiceName, string>>;
  /** Where people's browsers find gateway and identity. */
  readonly publicUrls: { readonly gateway: string; readonly identity: string };
  readonly files: { readonly demoAccounts: string; readonly identityKeys: string; readonly objects: string };
}

function databaseUrl({ addresses, secrets }: ServiceSurroundings, service: string): string {
  const url = new URL(addresses.postgres);
  url.username = service;
  url.password = secrets.services[service] ?? '';
  url.pathname = `/${productDatabase}`;
  return url.href;
}

/** What one service alone is told. */
function ownSettings(surroundings: ServiceSurroundings, name: ServiceName): Record<string, string> {
  const { addresses, secrets, publicUrls, files } = surroundings;
  switch (name) {
    case 'gateway':
      return {
        PUBLIC_URL: publicUrls.gateway,
        IDENTITY_ISSUER: publicUrls.identity,
        INTERNAL_TOKEN_PRIVATE_JWK: JSON.stringify(secrets.internalToken.privateJwk),
        SERVICE_URLS: JSON.stringify(surroundings.urls),
        TEMPORAL_UI_URL: addresses.temporalUi,
      };
    case 'identity':
      return {
        PUBLIC_URL: publicUrls.identity,
        DEMO_ACCOUNTS_FILE: files.demoAccounts,
        IDENTITY_JWKS_FILE: files.identityKeys,
      };
    case 'notification':
      return {
        PUBLIC_URL: publicUrls.gateway,
        BIHUAN_SMTP_URL: addresses.smtp,
        BIHUAN_WEBHOOKS_TO_LOOPBACK: 'true',
      };
    default:
      return {};
  }
}

/** Everything that a service is told about its stack, by the names that platform/config reads. */
export function serviceEnvironment(
  surroundings: ServiceSurroundings,
  service: ServiceDefinition,
): Record<string, string> {
  const { addresses, deployment, secrets, files } = surroundings;
  return {
    NODE_ENV: 'production',
    KAFKAJS_NO_PARTITIONER_WARNING: '1',
    BIHUAN_SERVICE: service.name,
    HOST: surroundings.host,
    PORT: new URL(surroundings.urls[service.name]).port,
    ...(service.database && {
      DATABASE_URL: databaseUrl(surroundings, service.name),
      OBJECTS_DIRECTORY: `${files.objects}/${service.name}`,
      AUDIT_SIGNING_JWK: JSON.stringify(secrets.audit[service.name]?.privateJwk),
    }),
    KAFKA_BROKERS: addresses.kafka,
    TEMPORAL_ADDRESS: addresses.temporal,
    TEMPORAL_NAMESPACE: surroundings.namespace,
    BUSINESS_TIME_OFFSET_MS: String(deployment.businessTimeOffsetMs),
    INTERNAL_TOKEN_PUBLIC_JWK: JSON.stringify(secrets.internalToken.publicJwk),
    ...ownSettings(surroundings, service.name),
  };
}

import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import type { ServiceName } from '@bihuan/contracts';

/** The processes a hazard needs to go round the loop, in the order in which they are started. */
export const loopParts = [
  'campaign',
  'identity',
  'registration',
  'handover',
  'supervision',
  'workflow-worker',
  'gateway',
] as const satisfies readonly ServiceName[];
/** Those that only listen to it. */
export const listeners = [
  'notification',
  'disclosure',
  'assessment',
] as const satisfies readonly ServiceName[];
export type Part = (typeof loopParts)[number] | (typeof listeners)[number];

/** What all processes of one product share. */
export interface Surroundings {
  readonly urls: Readonly<Record<Part, string>>;
  /** Address of each part's database, where it has one. */
  readonly databases: Readonly<Partial<Record<Part, string>>>;
  readonly kafka: { readonly brokers: string; readonly prefix: string };
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly businessOffsetMs: number;
  readonly token: KeyPair;
  /** Where identity keeps accounts and keys. */
  readonly folder: string;
}

export interface KeyPair {
  readonly publicKey: JsonWebKey;
  readonly privateKey: JsonWebKey;
}

export function keyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { publicKey: publicKey.export({ format: 'jwk' }), privateKey: privateKey.export({ format: 'jwk' }) };
}

export const accountsFile = ({ folder }: Surroundings): string => `${folder}/accounts.json`;
export const identityKeysFile = ({ folder }: Surroundings): string => `${folder}/keys.json`;

/** The environment of one process, as the stack would give it. */
export function settingsOf(surroundings: Surroundings, part: Part): Record<string, string> {
  const { urls, databases, kafka, temporal, businessOffsetMs, token } = surroundings;
  const database = databases[part];
  return {
    BIHUAN_SERVICE: part,
    PORT: new URL(urls[part]).port,
    LOG_LEVEL: 'error',
    KAFKAJS_NO_PARTITIONER_WARNING: '1',
    ...(database !== undefined && { DATABASE_URL: database }),
    KAFKA_BROKERS: kafka.brokers,
    KAFKA_TOPIC_PREFIX: kafka.prefix,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: temporal.namespace,
    BUSINESS_TIME_OFFSET_MS: String(businessOffsetMs),
    INTERNAL_TOKEN_PUBLIC_JWK: JSON.stringify(token.publicKey),
    OBJECTS_DIRECTORY: `${surroundings.folder}/objects/${part}`,
    AUDIT_SIGNING_JWK: JSON.stringify(keyPair().privateKey),
    ...ownSettings(surroundings, part),
  };
}

function ownSettings(surroundings: Surroundings, part: Part): Record<string, string> {
  const { urls, token } = surroundings;
  if (part === 'gateway')
    return {
      PUBLIC_URL: urls.gateway,
      IDENTITY_ISSUER: urls.identity,
      INTERNAL_TOKEN_PRIVATE_JWK: JSON.stringify(token.privateKey),
      SERVICE_URLS: JSON.stringify(urls),
    };
  if (part === 'identity')
    return {
      PUBLIC_URL: urls.identity,
      DEMO_ACCOUNTS_FILE: accountsFile(surroundings),
      IDENTITY_JWKS_FILE: identityKeysFile(surroundings),
    };
  if (part === 'notification') return { PUBLIC_URL: urls.gateway };
  return {};
}

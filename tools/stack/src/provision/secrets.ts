import { generateKeyPairSync, randomBytes, randomUUID, type JsonWebKey } from 'node:crypto';
import { readJson, writeJson } from '../json-file.ts';

interface KeyPair {
  readonly publicJwk: JsonWebKey;
  readonly privateJwk: JsonWebKey;
}

/** Everything that only this deployment knows, made at its first start. */
export interface Secrets {
  readonly postgres: string;
  readonly temporal: string;
  /** Database password of every service that has a database. */
  readonly services: Readonly<Record<string, string>>;
  /** Key pair of the gateway's internal token (Ed25519). */
  readonly internalToken: KeyPair;
  /** Key pair of every service with a database, for the ends of its audit chain (Ed25519). */
  readonly audit: Readonly<Record<string, KeyPair>>;
}

/** A password that needs no escaping in a URL. */
export const newPassword = (): string => randomBytes(24).toString('base64url');

function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const about = { kid: randomUUID(), alg: 'EdDSA', use: 'sig' };
  return {
    publicJwk: { ...publicKey.export({ format: 'jwk' }), ...about },
    privateJwk: { ...privateKey.export({ format: 'jwk' }), ...about },
  };
}

/** Reads the secrets; what is missing is made and kept. */
export async function loadSecrets(file: string, services: readonly string[]): Promise<Secrets> {
  const stored = await readJson<Partial<Secrets>>(file);
  const secrets: Secrets = {
    postgres: stored?.postgres ?? newPassword(),
    temporal: stored?.temporal ?? newPassword(),
    services: Object.fromEntries(services.map((name) => [name, stored?.services?.[name] ?? newPassword()])),
    internalToken: stored?.internalToken ?? newKeyPair(),
    audit: Object.fromEntries(services.map((name) => [name, stored?.audit?.[name] ?? newKeyPair()])),
  };
  await writeJson(file, secrets);
  return secrets;
}

import { CompactSign, compactVerify, importJWK, type JWK } from 'jose';
import { z } from 'zod';

/** What a checkpoint vouches for: everything of the service's trail up to a position. */
const Checkpoint = z.strictObject({ service: z.string(), position: z.int().min(1), hash: z.string() });
export type Checkpoint = z.infer<typeof Checkpoint>;

/** Signs the end of a chain. @param key private Ed25519 key @returns a compact JWS */
export async function signCheckpoint(checkpoint: Checkpoint, key: JWK): Promise<string> {
  const payload = new TextEncoder().encode(JSON.stringify(checkpoint));
  return new CompactSign(payload).setProtectedHeader({ alg: 'EdDSA' }).sign(await importJWK(key, 'EdDSA'));
}

/** @returns what was signed, or undefined where the signature is not the key's */
export async function readCheckpoint(signature: string, publicKey: JWK): Promise<Checkpoint | undefined> {
  const key = await importJWK(publicKey, 'EdDSA');
  const verified = await compactVerify(signature, key, { algorithms: ['EdDSA'] }).catch(() => undefined);
  return verified && Checkpoint.parse(JSON.parse(new TextDecoder().decode(verified.payload)));
}

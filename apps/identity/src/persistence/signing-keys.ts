import { exportJWK, generateKeyPair } from 'jose';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { readIfThere, writePrivateJson } from './private-file.ts';

export const signingAlgorithm = 'ES256';

const SigningKeys = z.object({
  keys: z
    .array(
      z.object({
        kty: z.literal('EC'),
        crv: z.literal('P-256'),
        x: z.string(),
        y: z.string(),
        d: z.string(),
        kid: z.string(),
        alg: z.literal(signingAlgorithm),
        use: z.literal('sig'),
      }),
    )
    .min(1),
});
export type SigningKeys = z.infer<typeof SigningKeys>;

/** The keys tokens are signed with: read from `path`, or made and written there at the first start. Errors: the file is there but is not such a key set. */
export async function loadSigningKeys(path: string): Promise<SigningKeys> {
  const stored = await readIfThere(path);
  if (stored !== null) return SigningKeys.parse(JSON.parse(stored));
  const { privateKey } = await generateKeyPair(signingAlgorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const made = SigningKeys.parse({
    keys: [{ ...jwk, kid: randomUUID(), alg: signingAlgorithm, use: 'sig' }],
  });
  await writePrivateJson(path, made);
  return made;
}

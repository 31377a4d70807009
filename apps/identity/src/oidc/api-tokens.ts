import { signIn } from '@bihuan/contracts';
import type { ResourceServer } from 'oidc-provider';
import { signingAlgorithm } from '../persistence/signing-keys.ts';

/** Access tokens of the API: JWTs after RFC 9068 that last ten minutes. */
export const apiTokens: ResourceServer = {
  audience: signIn.audience,
  scope: signIn.scope,
  accessTokenFormat: 'jwt',
  accessTokenTTL: 600,
  jwt: { sign: { alg: signingAlgorithm } },
};

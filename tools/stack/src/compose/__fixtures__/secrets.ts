import type { Secrets } from '../../provision/secrets.ts';

/** Secrets that nothing is kept by. */
export const secretsForTests: Secrets = {
  postgres: 'p',
  temporal: 't',
  services: {},
  internalToken: { publicJwk: {}, privateJwk: {} },
  audit: {},
};

import { z } from 'zod';

const keys = z.object({
  PUBLIC_URL: z.url(),
  DEMO_ACCOUNTS_FILE: z.string(),
  IDENTITY_JWKS_FILE: z.string(),
});

/** What the sign-in of the demonstration is told. */
export class IdentityConfig {
  static readonly keys = keys;

  /** Its own address, without a path: the `iss` of its tokens. */
  readonly issuer;
  readonly demoAccountsFile;
  readonly signingKeysFile;

  constructor(values: z.infer<typeof keys>) {
    this.issuer = new URL(values.PUBLIC_URL).origin;
    this.demoAccountsFile = values.DEMO_ACCOUNTS_FILE;
    this.signingKeysFile = values.IDENTITY_JWKS_FILE;
  }
}

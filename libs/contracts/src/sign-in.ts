/** What an identity provider and the gateway agree upon. Any OpenID provider that issues such tokens can take the place of the demonstration's own. */
export const signIn = {
  /** Audience of access tokens (RFC 9068). */
  audience: 'bihuan-api',
  /** The API as a resource indicator (RFC 8707). */
  resource: 'urn:bihuan:api',
  scope: 'api',
} as const;

/** The demonstration's sign-in for scripts: a demo account's login and password for a token, without a browser. No other identity provider has it. */
export const demoSignIn = {
  consoleClient: 'bihuan-console',
  scriptsClient: 'bihuan-demo-scripts',
  passwordGrant: 'urn:bihuan:demo:password',
} as const;

import { demoSignIn } from '@bihuan/contracts';
import type { ClientMetadata } from 'oidc-provider';
import type { DemoCredentials } from '../persistence/demo-credentials.ts';

/** The console (code flow with PKCE), scripts that act as a person, and the systems that sign in with a secret. */
export function clientsOf({ clients }: DemoCredentials): ClientMetadata[] {
  return [
    {
      client_id: demoSignIn.consoleClient,
      // RFC 8252 §7.3: a native client's loopback address may have any port
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code'],
      response_types: ['code'],
      redirect_uris: ['http://localhost/callback', 'http://127.0.0.1/callback'],
      post_logout_redirect_uris: ['http://localhost/', 'http://127.0.0.1/'],
    },
    {
      client_id: demoSignIn.scriptsClient,
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      grant_types: [demoSignIn.passwordGrant],
      response_types: [],
      redirect_uris: [],
    },
    ...clients.map(({ clientId, clientSecret }): ClientMetadata => ({
      client_id: clientId,
      client_secret: clientSecret,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
    })),
  ];
}

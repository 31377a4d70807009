import { demoSignIn, signIn } from '@bihuan/contracts';
import { errors, type Provider } from 'oidc-provider';
import { accountFor, type DemoCredentials } from '../persistence/demo-credentials.ts';
import { apiTokens } from './api-tokens.ts';

interface PasswordParameters {
  readonly username?: string;
  readonly password?: string;
}

/**
 * Adds a grant type of the demonstration: the login and password of a demo account for an access token, so that scripts can act as a person without a browser.
 * It has a name of its own because OAuth 2.1 drops the password grant: no other identity provider should offer it.
 */
export function offerPasswordGrant(provider: Provider, credentials: DemoCredentials): void {
  provider.registerGrantType<PasswordParameters>(
    demoSignIn.passwordGrant,
    async (ctx) => {
      const { client, params } = ctx.oidc;
      const account = accountFor(credentials, params.username ?? '', params.password ?? '');
      if (account === null) throw new errors.InvalidGrant('unknown login or wrong password');
      const grant = new provider.Grant({ accountId: account.login, clientId: client.clientId });
      grant.addResourceScope(signIn.resource, signIn.scope);
      const token = new provider.AccessToken({
        client,
        accountId: account.login,
        grantId: await grant.save(),
        gty: demoSignIn.passwordGrant,
        scope: signIn.scope,
        resourceServer: new provider.ResourceServer(signIn.resource, apiTokens),
      });
      ctx.body = {
        access_token: await token.save(),
        expires_in: token.expiration,
        scope: signIn.scope,
        token_type: token.tokenType,
      };
    },
    ['username', 'password', 'scope', 'resource'],
  );
}

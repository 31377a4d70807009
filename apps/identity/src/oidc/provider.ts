import { demoSignIn, signIn } from '@bihuan/contracts';
import { randomBytes } from 'node:crypto';
import {
  errors,
  interactionPolicy,
  Provider,
  type Configuration,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import type { DemoCredentials } from '../persistence/demo-credentials.ts';
import { signingAlgorithm, type SigningKeys } from '../persistence/signing-keys.ts';
import { errorPage, languageOf, signedOutPage, signOutPage } from '../http/pages.ts';
import { pageHeaders } from '../http/page-frame.ts';
import { apiTokens } from './api-tokens.ts';
import { clientsOf } from './clients.ts';
import { offerPasswordGrant } from './password-grant.ts';

const hour = 3600;

/** The OpenID provider of the demonstration. Sessions and codes live in memory and are lost at a restart; access tokens stay good until they expire, because the signing keys are kept. */
export function demoProvider(issuer: string, credentials: DemoCredentials, keys: SigningKeys): Provider {
  const provider = new Provider(issuer, {
    clients: clientsOf(credentials),
    jwks: keys,
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    clientDefaults: { id_token_signed_response_alg: signingAlgorithm },
    enabledJWA: { idTokenSigningAlgValues: [signingAlgorithm] },
    responseTypes: ['code'],
    scopes: ['openid'],
    claims: { openid: ['sub', 'name'] },
    conformIdTokenClaims: false,
    ttl: {
      AccessToken: 600,
      ClientCredentials: 600,
      AuthorizationCode: 60,
      IdToken: 600,
      Interaction: hour,
      Session: 8 * hour,
      Grant: 8 * hour,
    },
    findAccount: (_ctx, login) => accountOf(credentials, login),
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}`, policy: signInOnly() },
    loadExistingGrant: grantForConsole,
    clientBasedCORS: (_ctx, origin, client) =>
      client.clientId === demoSignIn.consoleClient && isLoopback(origin),
    features: features(),
    renderError: (ctx, { error, error_description: detail }) => {
      show(ctx, errorPage(languageOf(ctx.req), error, detail ?? ''));
    },
  });
  offerPasswordGrant(provider, credentials);
  return provider;
}

function features(): NonNullable<Configuration['features']> {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => signIn.resource,
      useGrantedResource: () => true,
      getResourceServerInfo: (_ctx, resource) => {
        if (resource !== signIn.resource) throw new errors.InvalidTarget();
        return apiTokens;
      },
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        show(ctx, signOutPage(languageOf(ctx.req), form));
      },
      postLogoutSuccessSource: (ctx) => {
        show(ctx, signedOutPage(languageOf(ctx.req)));
      },
    },
  };
}

function show(ctx: KoaContextWithOIDC, html: string): void {
  ctx.set(pageHeaders);
  ctx.body = html;
}

/** The console is the product's own client: people sign in, nobody is asked for consent. */
function signInOnly() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

async function grantForConsole(ctx: KoaContextWithOIDC) {
  const { provider, client, session } = ctx.oidc;
  if (client?.clientId !== demoSignIn.consoleClient || session?.accountId === undefined) return undefined;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope('openid');
  grant.addResourceScope(signIn.resource, signIn.scope);
  await grant.save();
  return grant;
}

function accountOf({ accounts }: DemoCredentials, login: string) {
  const account = accounts.find((candidate) => candidate.login === login);
  return account && { accountId: login, claims: () => ({ sub: login, name: account.title.zh }) };
}

const isLoopback = (origin: string) => ['localhost', '127.0.0.1'].includes(URL.parse(origin)?.hostname ?? '');

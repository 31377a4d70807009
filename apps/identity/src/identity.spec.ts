import { demoAccounts, demoSignIn, signIn } from '@bihuan/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { createHash, randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { startIdentity } from './__fixtures__/start-identity.ts';
import { loadDemoCredentials, type DemoCredentials } from './persistence/demo-credentials.ts';
import { loadSigningKeys } from './persistence/signing-keys.ts';

let identity: Awaited<ReturnType<typeof startIdentity>>;
let issuer: string;
let credentials: DemoCredentials;

beforeAll(async () => {
  identity = await startIdentity();
  issuer = identity.issuer;
  credentials = await loadDemoCredentials(identity.files.accounts, issuer);
});
afterAll(() => identity.stop());

const tokenRequest = async (fields: Record<string, string>) => {
  const response = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
};

const verified = (token: string) =>
  jwtVerify(token, createRemoteJWKSet(new URL('/jwks', issuer)), {
    issuer,
    audience: signIn.audience,
    typ: 'at+jwt',
  });

describe('the files', () => {
  it('keep passwords and keys from one start to the next, follow a new address, and are private', async () => {
    const { accounts, keys } = identity.files;
    const published = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: { kid: string }[] };
    expect((await loadSigningKeys(keys)).keys.map(({ kid }) => kid)).toEqual(
      published.keys.map(({ kid }) => kid),
    );
    const again = await loadDemoCredentials(accounts, 'http://127.0.0.1:1');
    expect(again.accounts).toEqual(credentials.accounts);
    expect(again.clients.map((c) => c.clientSecret)).toEqual(credentials.clients.map((c) => c.clientSecret));
    expect(again.tokenUrl).toBe('http://127.0.0.1:1/token');
    for (const file of [accounts, keys]) expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('hold every account of the list once, none with the password of another', () => {
    const logins = [
      ...credentials.accounts.map((a) => a.login),
      ...credentials.clients.map((c) => c.clientId),
    ];
    expect(new Set(logins)).toEqual(new Set(demoAccounts.map((account) => account.login)));
    expect(logins).toHaveLength(demoAccounts.length);
    expect(new Set(credentials.accounts.map((a) => a.password)).size).toBe(credentials.accounts.length);
  });
});

describe('client credentials', () => {
  it('give a department its token for ten minutes', async () => {
    const client = credentials.clients[0]!;
    const { body } = await tokenRequest({
      grant_type: 'client_credentials',
      client_id: client.clientId,
      client_secret: client.clientSecret,
      scope: client.scope,
    });
    const { payload } = await verified(body['access_token']!);
    expect(payload.sub).toBe(client.clientId);
    expect(payload.exp! - payload.iat!).toBe(600);
  });

  it('refuse a wrong secret', async () => {
    const { status, body } = await tokenRequest({
      grant_type: 'client_credentials',
      client_id: credentials.clients[0]!.clientId,
      client_secret: 'wrong',
    });
    expect([status, body['error']]).toEqual([401, 'invalid_client']);
  });
});

describe('the grant of the demonstration', () => {
  const request = (clientId: string, username: string, password: string) =>
    tokenRequest({ grant_type: demoSignIn.passwordGrant, client_id: clientId, username, password });

  it('gives a token of the person for ten minutes', async () => {
    const { login, password } = credentials.accounts[3]!;
    const { body } = await request(demoSignIn.scriptsClient, login, password);
    const { payload } = await verified(body['access_token']!);
    expect(payload.sub).toBe(login);
    expect(payload.exp! - payload.iat!).toBe(600);
    expect(body['expires_in']).toBe(600);
  });

  it.each([
    ['wrong password', () => ({ login: credentials.accounts[0]!.login, password: 'x' }), 'invalid_grant'],
    ['unknown login', () => ({ login: 'nobody', password: 'x' }), 'invalid_grant'],
    [
      'a system signing in as a person',
      () => ({ login: credentials.clients[0]!.clientId, password: credentials.clients[0]!.clientSecret }),
      'invalid_grant',
    ],
  ])('refuses %s', async (_name, given, error) => {
    const { login, password } = given();
    const { status, body } = await request(demoSignIn.scriptsClient, login, password);
    expect([status, body['error']]).toEqual([400, error]);
  });

  it('is not for the console', async () => {
    const { login, password } = credentials.accounts[0]!;
    const { status, body } = await request(demoSignIn.consoleClient, login, password);
    expect([status, body['error']]).toEqual([400, 'invalid_request']);
  });
});

describe('signing in with the browser', () => {
  const cookies = new Map<string, string>();
  const visit = async (url: string, init: RequestInit = {}) => {
    const response = await fetch(new URL(url, issuer), {
      ...init,
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value) cookies.set(name!, value);
      else cookies.delete(name!);
    }
    return response;
  };
  const verifier = randomBytes(32).toString('base64url');
  const redirectUri = 'http://127.0.0.1:4711/callback';
  const authorization = (extra: Record<string, string> = {}) =>
    `/auth?${new URLSearchParams({
      client_id: demoSignIn.consoleClient,
      response_type: 'code',
      redirect_uri: redirectUri,
      scope: `openid ${signIn.scope}`,
      state: 's',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...extra,
    }).toString()}`;

  it('asks again after a wrong password and then leads back with a code for a token', async () => {
    const { login, password } = credentials.accounts[0]!;
    const interaction = (await visit(authorization())).headers.get('location')!;
    const form = await visit(interaction);
    expect(await form.text()).toContain('仅供开发和演示');
    expect(form.headers.get('content-security-policy')).toContain("default-src 'none'");
    const refused = await visit(interaction, {
      method: 'POST',
      body: new URLSearchParams({ login, password: 'x' }),
    });
    expect(refused.status).toBe(401);
    expect(await refused.text()).toContain(`value="${login}"`);
    const accepted = await visit(interaction, {
      method: 'POST',
      body: new URLSearchParams({ login, password }),
    });
    const back = new URL((await visit(accepted.headers.get('location')!)).headers.get('location')!);
    expect(back.origin + back.pathname).toBe(redirectUri);
    const { body } = await tokenRequest({
      grant_type: 'authorization_code',
      client_id: demoSignIn.consoleClient,
      code: back.searchParams.get('code')!,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    });
    const { payload } = await verified(body['access_token']!);
    expect([payload.sub, payload.exp! - payload.iat!]).toEqual([login, 600]);
  });

  it('needs PKCE', async () => {
    const location = new URL(
      (await visit(authorization({ code_challenge: '', code_challenge_method: '' }))).headers.get(
        'location',
      )!,
    );
    expect(location.searchParams.get('error')).toBe('invalid_request');
  });

  it('shows the words of the login hint as text', async () => {
    const location = (await visit(authorization({ prompt: 'login', login_hint: '"><script>' }))).headers.get(
      'location',
    )!;
    expect(await (await visit(`${location}?lang=en`)).text()).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  it.each([
    ['another redirect address', { redirect_uri: 'http://example.com/callback' }],
    ['another client', { client_id: 'unknown' }],
  ])('refuses %s on a page of its own', async (_name, extra) => {
    const response = await visit(authorization(extra));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('登录未完成');
  });

  it('signs out after asking', async () => {
    const page = await visit('/session/end?lang=en');
    const html = await page.text();
    expect(html).toContain('Do you want to sign out?');
    expect(html).toContain('For development and demonstration only');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const [, xsrf] = /name="xsrf" value="(\w+)"/.exec(html)!;
    const body = new URLSearchParams({ xsrf: xsrf!, logout: 'yes' });
    const done = await visit('/session/end/confirm', { method: 'POST', body });
    expect(await (await visit(done.headers.get('location')!)).text()).toContain('已退出登录');
    expect((await visit(authorization({ prompt: 'none' }))).headers.get('location')).toContain(
      'login_required',
    );
  });

  it('refuses a step of a sign-in that was never started', async () => {
    cookies.clear();
    expect((await visit('/interaction/unknown')).status).toBe(400);
  });
});

describe('around the sign-in', () => {
  it.each([
    ['/healthz', 200],
    ['/readyz', 200],
    ['/metrics', 200],
    ['/.well-known/openid-configuration', 200],
    ['/', 200],
    ['/?lang=en', 200],
    ['//', 404],
    ['/me', 404],
    ['/reg', 404],
    ['/nowhere', 404],
  ])('%s is %i', async (path, status) => {
    const response = await fetch(`${issuer}${path}`);
    await response.text();
    expect(response.status).toBe(status);
  });
});

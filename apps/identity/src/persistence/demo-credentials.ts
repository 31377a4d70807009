import { demoAccounts, demoSignIn, Role, signIn, type DemoAccount } from '@bihuan/contracts';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { readIfThere, writePrivateJson } from './private-file.ts';

const Title = z.strictObject({ zh: z.string(), en: z.string() });

const AccountsFile = z.object({
  issuer: z.url(),
  tokenUrl: z.url(),
  note: Title,
  passwordGrant: z.object({
    grantType: z.string(),
    clientId: z.string(),
    resource: z.string(),
    scope: z.string(),
  }),
  accounts: z.array(z.object({ role: Role, title: Title, login: z.string(), password: z.string().min(16) })),
  clients: z.array(
    z.object({
      role: Role,
      title: Title,
      clientId: z.string(),
      clientSecret: z.string().min(16),
      tokenUrl: z.url(),
      scope: z.string(),
    }),
  ),
});
/** The demonstration's accounts with their passwords, as written for the user. */
export type DemoCredentials = z.infer<typeof AccountsFile>;

const note = {
  zh: '仅供开发和演示：账号按职务设立，密码在首次启动时生成。',
  en: 'For development and demonstration only: accounts name roles, passwords are made at the first start.',
};

/** Passwords and secrets of the demo accounts. What `path` holds already stays as it is, accounts new to the list are added, and the addresses follow `issuer`. */
export async function loadDemoCredentials(path: string, issuer: string): Promise<DemoCredentials> {
  const text = await readIfThere(path);
  const stored = text === null ? null : AccountsFile.parse(JSON.parse(text));
  const credentials = completed(stored, issuer);
  if (text === null || JSON.stringify(credentials) !== JSON.stringify(stored)) {
    await writePrivateJson(path, credentials);
  }
  return credentials;
}

function completed(stored: DemoCredentials | null, issuer: string): DemoCredentials {
  const passwords = new Map(stored?.accounts.map(({ login, password }) => [login, password]));
  const secrets = new Map(stored?.clients.map(({ clientId, clientSecret }) => [clientId, clientSecret]));
  const tokenUrl = new URL('/token', issuer).href;
  return {
    issuer,
    tokenUrl,
    note,
    passwordGrant: {
      grantType: demoSignIn.passwordGrant,
      clientId: demoSignIn.scriptsClient,
      resource: signIn.resource,
      scope: signIn.scope,
    },
    accounts: demoAccounts.filter(isPerson).map((account) => ({
      role: account.role,
      title: titleOf(account),
      login: account.login,
      password: passwords.get(account.login) ?? newSecret(),
    })),
    clients: demoAccounts.filter(isSystem).map((account) => ({
      role: account.role,
      title: titleOf(account),
      clientId: account.login,
      clientSecret: secrets.get(account.login) ?? newSecret(),
      tokenUrl,
      scope: signIn.scope,
    })),
  };
}

const isSystem = (account: DemoAccount) => account.clientCredentials;
const isPerson = (account: DemoAccount) => !account.clientCredentials;
const titleOf = (account: DemoAccount) => ({ zh: account.titleZh, en: account.titleEn });
const newSecret = () => randomBytes(18).toString('base64url');

/** The account behind a login and password, or null. Compared in constant time, an unknown login as long as a known one. */
export function accountFor(
  credentials: DemoCredentials,
  login: string,
  password: string,
): DemoCredentials['accounts'][number] | null {
  const account = credentials.accounts.find((candidate) => candidate.login === login);
  const matches = timingSafeEqual(digest(account?.password ?? newSecret()), digest(password));
  return account !== undefined && matches ? account : null;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

import { readFile } from 'node:fs/promises';

/** The demonstration's accounts as `npm start` writes them. */
export interface DemoCredentials {
  readonly tokenUrl: string;
  readonly passwordGrant: {
    readonly grantType: string;
    readonly clientId: string;
    readonly resource: string;
    readonly scope: string;
  };
  readonly accounts: readonly {
    readonly login: string;
    readonly password: string;
    readonly title: { readonly zh: string; readonly en: string };
  }[];
  readonly clients: readonly {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly scope: string;
  }[];
}

export async function readCredentials(path: string): Promise<DemoCredentials> {
  return JSON.parse(await readFile(path, 'utf8')) as DemoCredentials;
}

/** Form fields of the token request of a login: a person's password, or a system's client credentials. */
export function tokenRequestOf(credentials: DemoCredentials, login: string): URLSearchParams {
  const { passwordGrant } = credentials;
  const account = credentials.accounts.find((candidate) => candidate.login === login);
  if (account)
    return new URLSearchParams({
      grant_type: passwordGrant.grantType,
      client_id: passwordGrant.clientId,
      username: login,
      password: account.password,
      resource: passwordGrant.resource,
      scope: passwordGrant.scope,
    });
  const client = credentials.clients.find((candidate) => candidate.clientId === login);
  if (!client) throw new Error(`no demo account ${login}`);
  return new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: client.clientId,
    client_secret: client.clientSecret,
    resource: passwordGrant.resource,
    scope: client.scope,
  });
}

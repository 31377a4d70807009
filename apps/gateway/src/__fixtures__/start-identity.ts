import { spawn } from 'node:child_process';
import type { JsonWebKey } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

interface Credentials {
  readonly issuer: string;
  readonly tokenUrl: string;
  readonly passwordGrant: { readonly grantType: string; readonly clientId: string };
  readonly accounts: readonly { readonly login: string; readonly password: string }[];
  readonly clients: readonly { readonly clientId: string; readonly clientSecret: string }[];
}

export interface RunningIdentity {
  readonly credentials: Credentials;
  /** The provider's private keys, to forge tokens with. */
  readonly keys: { readonly keys: readonly [JsonWebKey & { readonly kid: string }] };
  tokenOf(login: string): Promise<string>;
  tokenOfSystem(clientId: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts the real identity provider as a process of its own. */
export async function startIdentity(): Promise<RunningIdentity> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-identity-'));
  const script = join(import.meta.dirname, 'identity.mjs');
  const child = spawn(process.execPath, ['--conditions=@bihuan/source', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], NODE_NO_WARNINGS: '1' },
  });
  const started = once(createInterface(child.stdout), 'line') as Promise<[string]>;
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the identity provider ended with ${String(code)}`);
  });
  const [line] = await Promise.race([started, ended]);
  ended.catch(() => undefined);
  const { credentials, keys } = JSON.parse(line) as Pick<RunningIdentity, 'credentials' | 'keys'>;
  const { tokenUrl, passwordGrant, accounts, clients } = credentials;
  return {
    credentials,
    keys,
    tokenOf: async (login) => {
      const password = accounts.find((account) => account.login === login)?.password ?? '';
      const { grantType, clientId } = passwordGrant;
      return token(tokenUrl, { grant_type: grantType, client_id: clientId, username: login, password });
    },
    tokenOfSystem: async (clientId) => {
      const secret = clients.find((client) => client.clientId === clientId)?.clientSecret ?? '';
      return token(tokenUrl, {
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: secret,
      });
    },
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
      await rm(folder, { recursive: true });
    },
  };
}

async function token(tokenUrl: string, fields: Record<string, string>): Promise<string> {
  const response = await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams(fields) });
  const body = (await response.json()) as { access_token?: string };
  if (body.access_token === undefined) throw new Error(`no token: ${JSON.stringify(body)}`);
  return body.access_token;
}

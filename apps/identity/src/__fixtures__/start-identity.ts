import { SettingsSource } from '@bihuan/platform/config';
import { furnish, httpAdapter } from '@bihuan/platform/http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../app.module.ts';

/** The whole service on a free port, with files of its own. */
export async function startIdentity() {
  const folder = await mkdtemp(join(tmpdir(), 'identity-'));
  const port = await freePort();
  const files = { accounts: join(folder, 'accounts.json'), keys: join(folder, 'keys.json') };
  const issuer = `http://127.0.0.1:${port}`;
  const settings = {
    BIHUAN_SERVICE: 'identity',
    PORT: String(port),
    LOG_LEVEL: 'fatal',
    INTERNAL_TOKEN_PUBLIC_JWK: JSON.stringify(
      generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }),
    ),
    PUBLIC_URL: issuer,
    DEMO_ACCOUNTS_FILE: files.accounts,
    IDENTITY_JWKS_FILE: files.keys,
  };
  const compiled = await Test.createTestingModule({ imports: [AppModule] })
    .overrideProvider(SettingsSource)
    .useValue({ read: () => settings })
    .compile();
  const app = furnish(
    compiled.createNestApplication<NestFastifyApplication>(httpAdapter(), { bodyParser: false }),
  );
  await app.listen(port, '127.0.0.1');
  return {
    issuer,
    files,
    stop: async () => {
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
}

// the issuer names the port, so it must be known before the service listens
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Logger, Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.ts';
import { ConfigModule } from '../config/index.ts';
import { ObservabilityModule } from '../observability/index.ts';
import { createHttpApp } from './http-app.ts';

@Module({ imports: [ConfigModule.forRoot(), ObservabilityModule, AuthModule] })
class EmptyModule {}

const publicJwk = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
const settings = {
  BIHUAN_SERVICE: 'handover',
  PORT: '0',
  LOG_LEVEL: 'silent',
  INTERNAL_TOKEN_PUBLIC_JWK: JSON.stringify(publicJwk),
};

describe('createHttpApp', () => {
  const before = { ...process.env };
  beforeEach(() => {
    Logger.overrideLogger(false);
    for (const key of Object.keys(settings)) Reflect.deleteProperty(process.env, key);
  });
  afterEach(() => {
    process.env = { ...before };
  });

  test('does not start without its configuration and names all that is missing', async () => {
    process.env['PORT'] = 'http';
    await expect(createHttpApp(EmptyModule)).rejects.toMatchObject({
      name: 'ConfigError',
      problems: [
        'BIHUAN_SERVICE is missing',
        expect.stringMatching(/^PORT is invalid/),
        'INTERNAL_TOKEN_PUBLIC_JWK is missing',
      ],
    });
  });

  test('listens on a real port, answers, and is gone after closing', async () => {
    Object.assign(process.env, settings);
    const app = await createHttpApp(EmptyModule);
    await app.listen(0, '127.0.0.1');
    const address = await app.getUrl();
    const answer = await fetch(`${address}/healthz`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'alive' }]);
    expect((await fetch(`${address}/hazards`)).status).toBe(404);
    await app.close();
    await expect(fetch(`${address}/healthz`)).rejects.toThrow('fetch failed');
  });
});

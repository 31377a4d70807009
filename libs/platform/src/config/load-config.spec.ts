import { describe, expect, test } from '@jest/globals';
import { Test } from '@nestjs/testing';
import { z } from 'zod';
import {
  BusinessClock,
  ConfigError,
  ConfigModule,
  DatabaseConfig,
  KafkaConfig,
  loadConfig,
  ServiceConfig,
  SettingsSource,
} from './index.ts';

const publicJwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
const complete = {
  BIHUAN_SERVICE: 'handover',
  PORT: '4100',
  INTERNAL_TOKEN_PUBLIC_JWK: JSON.stringify(publicJwk),
  BUSINESS_TIME_OFFSET_MS: '-3600000',
  DATABASE_URL: 'postgres://handover:secret@127.0.0.1:5432/bihuan',
  KAFKA_BROKERS: '127.0.0.1:9092, 127.0.0.1:9093',
};

function problemsOf(settings: Record<string, string>): readonly string[] {
  try {
    loadConfig(ServiceConfig.keys.extend(DatabaseConfig.keys.shape), settings);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('loadConfig', () => {
  test('names every missing key in one error', () => {
    expect(problemsOf({})).toEqual([
      'BIHUAN_SERVICE is missing',
      'PORT is missing',
      'INTERNAL_TOKEN_PUBLIC_JWK is missing',
      'DATABASE_URL is missing',
    ]);
  });

  test.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['BIHUAN_SERVICE', 'nowhere'],
    ['LOG_LEVEL', 'loud'],
    ['INTERNAL_TOKEN_PUBLIC_JWK', '{'],
    ['INTERNAL_TOKEN_PUBLIC_JWK', '{"kty":"oct","k":"c2VjcmV0"}'],
    ['DATABASE_URL', 'mysql://somewhere/else'],
    ['BUSINESS_TIME_OFFSET_MS', '1.5'],
  ])('names an invalid %s, never its value', (key, value) => {
    const problems = problemsOf({ ...complete, [key]: value });
    expect(problems).not.toHaveLength(0);
    for (const problem of problems) expect(problem).toMatch(new RegExp(`^${key} is invalid`));
  });

  test('an empty value counts as missing', () => {
    expect(problemsOf({ ...complete, PORT: '' })).toEqual(['PORT is missing']);
  });

  test('keys that are not asked for are left alone', () => {
    expect(loadConfig(z.object({ A: z.string() }), { A: 'a', HOME: '/root' })).toEqual({ A: 'a' });
  });
});

describe('ConfigModule', () => {
  const boot = (settings: Record<string, string>) =>
    Test.createTestingModule({ imports: [ConfigModule.forRoot(DatabaseConfig, KafkaConfig)] })
      .overrideProvider(SettingsSource)
      .useValue({ read: () => settings })
      .compile();

  test('provides the parts and business time', async () => {
    const module = await boot(complete);
    expect(module.get(ServiceConfig)).toMatchObject({
      service: 'handover',
      host: '127.0.0.1',
      port: 4100,
      logLevel: 'info',
    });
    expect(module.get(ServiceConfig).internalTokenPublicJwk).toEqual(publicJwk);
    expect(module.get(KafkaConfig)).toMatchObject({
      brokers: ['127.0.0.1:9092', '127.0.0.1:9093'],
      topicPrefix: '',
    });
    expect(module.get(DatabaseConfig).url).toBe(complete.DATABASE_URL);
    const behind = Date.now() - module.get(BusinessClock).now().getTime();
    expect(Math.round(behind / 60_000)).toBe(60);
  });

  test('does not start when a key of any part is missing', async () => {
    await expect(boot({ ...complete, PORT: '', KAFKA_BROKERS: '' })).rejects.toMatchObject({
      problems: ['PORT is missing', 'KAFKA_BROKERS is missing'],
    });
  });
});

import { describe, expect, test } from '@jest/globals';
import { ConfigError, loadConfig } from '../config/index.ts';
import { StorageConfig } from './index.ts';

const configOf = (settings: Record<string, string>) =>
  new StorageConfig(loadConfig(StorageConfig.keys, { OBJECTS_DIRECTORY: '/objects', ...settings }));

const s3 = {
  OBJECTS_S3_ENDPOINT: 'https://store.example/',
  OBJECTS_S3_BUCKET: 'bihuan-registration',
  OBJECTS_S3_ACCESS_KEY: 'access',
  OBJECTS_S3_SECRET_KEY: 'secret',
};

describe('where objects are kept', () => {
  test('in the directory where nothing else is said', () => {
    expect(configOf({})).toEqual({ directory: '/objects', s3: null });
  });

  test('in the store that is described', () => {
    expect(configOf(s3).s3).toEqual({
      endpoint: 'https://store.example',
      bucket: 'bihuan-registration',
      region: 'us-east-1',
      accessKey: 'access',
      secretKey: 'secret',
    });
    expect(configOf({ ...s3, OBJECTS_S3_REGION: 'cn-north-1' }).s3?.region).toBe('cn-north-1');
  });

  test.each(Object.keys(s3))('not in one of which %s is not said', (key) => {
    expect(() => configOf({ ...s3, [key]: '' })).toThrow(new ConfigError([`${key} is missing`]));
  });

  test.each([
    ['OBJECTS_S3_ENDPOINT', 'ftp://store.example'],
    ['OBJECTS_S3_ENDPOINT', 'store.example'],
    ['OBJECTS_S3_BUCKET', 'a/../b'],
    ['OBJECTS_S3_BUCKET', 'Bucket'],
  ])('not in one whose %s is %s', (key, value) => {
    expect(() => configOf({ ...s3, [key]: value })).toThrow(`${key} is invalid`);
  });
});

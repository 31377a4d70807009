import { createPublicKey, sign, createPrivateKey, verify } from 'node:crypto';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { loadDeployment, markSampleLoaded } from './deployment.ts';
import { loadSecrets } from './secrets.ts';

let directory: string;
let file: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bihuan-first-'));
  file = join(directory, 'state.json');
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

describe('the secrets of a deployment', () => {
  test('stay the same from start to start; a new service gets one of its own', async () => {
    const first = await loadSecrets(file, ['registration']);
    const second = await loadSecrets(file, ['registration', 'handover']);
    expect(second).toMatchObject({ postgres: first.postgres, temporal: first.temporal });
    expect(second.internalToken).toEqual(first.internalToken);
    expect(second.services['registration']).toBe(first.services['registration']);
    expect(second.services['handover']).toHaveLength(32);
  });

  test('can be read by their owner alone', async () => {
    await loadSecrets(file, []);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('hold an Ed25519 pair whose halves belong together', async () => {
    const { publicJwk, privateJwk } = (await loadSecrets(file, [])).internalToken;
    const text = Buffer.from('token');
    const signature = sign(null, text, createPrivateKey({ key: privateJwk, format: 'jwk' }));
    expect(verify(null, text, createPublicKey({ key: publicJwk, format: 'jwk' }), signature)).toBe(true);
    expect(publicJwk).toMatchObject({ kty: 'OKP', crv: 'Ed25519' });
    expect(publicJwk).not.toHaveProperty('d');
  });
});

describe('business time of the demonstration', () => {
  test('begins on Monday 9 October 2023, 09:00 in Shanxi, at the first start', async () => {
    const now = Date.parse('2026-03-01T12:34:56Z');
    const { businessTimeOffsetMs } = await loadDeployment(file, now);
    expect(new Date(now + businessTimeOffsetMs).toISOString()).toBe('2023-10-09T01:00:00.000Z');
  });

  test('keeps its offset for good', async () => {
    const first = await loadDeployment(file, Date.parse('2026-03-01T00:00:00Z'));
    await markSampleLoaded(file, first);
    const later = await loadDeployment(file, Date.parse('2026-04-01T00:00:00Z'));
    expect(later).toEqual({ ...first, sampleLoaded: true });
  });
});

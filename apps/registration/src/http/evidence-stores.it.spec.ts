import { createTestBucket } from '@bihuan/testing/objects';
import type { TestService } from '@bihuan/testing/service';
import { describe, expect, it } from '@jest/globals';
import { added, photo, storedFiles } from '../__fixtures__/evidence-world.ts';
import { handler, registered, startLedger } from '../__fixtures__/ledger-world.ts';

/** Runs with evidence in a bucket; `change` describes it otherwise than it is. */
async function inBucket(change: object, use: (service: TestService) => Promise<void>): Promise<void> {
  const { endpoint, bucket, accessKey, secretKey } = await createTestBucket();
  const service = await startLedger({
    OBJECTS_S3_ENDPOINT: endpoint,
    OBJECTS_S3_BUCKET: bucket,
    OBJECTS_S3_ACCESS_KEY: accessKey,
    OBJECTS_S3_SECRET_KEY: secretKey,
    ...change,
  });
  try {
    await use(service);
  } finally {
    await service.close();
  }
}

async function readiness(service: TestService): Promise<string | undefined> {
  const { body } = await service.anonymous().get<{ parts: Record<string, string> }>('/readyz');
  return body.parts['objects'];
}

describe('evidence in an S3-compatible store', () => {
  it('is kept there and served from there; nothing stays on the disk', async () => {
    await inBucket({}, async (service) => {
      const hazardNo = await registered(service);
      const content = await photo(1);
      const { status, body } = await added(service, hazardNo, content);
      expect([status, await storedFiles(service)]).toEqual([201, []]);
      const answer = await service.as(handler).fetch(`/hazards/${hazardNo}/evidence/${body.id}/content`);
      expect(Buffer.from(await answer.arrayBuffer()).equals(content)).toBe(true);
      expect(await readiness(service)).toBe('ready');
    });
  }, 60_000);

  it('is asked for again later while the store is away; nothing is written', async () => {
    await inBucket({ OBJECTS_S3_ENDPOINT: 'http://127.0.0.1:9' }, async (service) => {
      const hazardNo = await registered(service);
      const answer = await added(service, hazardNo, await photo(1));
      expect([answer.status, answer.body.code]).toEqual([503, 'service.unavailable']);
      const [rows] = await service.database.asSuperuser('SELECT count(*)::int AS n FROM evidence');
      expect([rows, await storedFiles(service)]).toEqual([{ n: 0 }, []]);
      expect(await readiness(service)).toBe('notReady');
    });
  }, 60_000);
});

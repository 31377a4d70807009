import { EnvelopeBase, eventSchemas } from '@bihuan/contracts';
import { openDatabase } from '@bihuan/platform/persistence';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EvidenceFacts1700000005000 } from './migrations/1700000005000-evidence-facts.ts';
import { migrations } from './migrations/index.ts';

const hazardNo = 'SX2023-140105-GAS-202310-00001K';
const id = '018b0f3e-5c00-7000-8000-000000000201';
const sha256 = 'a'.repeat(64);

describe('evidence of an earlier release', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase('registration')));
  afterAll(() => database.drop());

  it('is announced as that of this one is', async () => {
    const settings = { url: database.url, schema: database.schema, entities: [] };
    const before = migrations.filter((migration) => migration !== EvidenceFacts1700000005000);
    const earlier = await openDatabase({ ...settings, migrations: before });
    await earlier.query(
      `INSERT INTO evidence (id, hazard_no, sha256, bytes, media_type, name, purpose, added_at, added_by, added_org)
       VALUES ($1, $2, $3, 1, 'image/jpeg', 'a.jpg', 'found', '2023-10-09T02:00:00.5Z', 'office-1', 'SX-OFFICE')`,
      [id, hazardNo, sha256],
    );
    await earlier.destroy();
    const now = await openDatabase({ ...settings, migrations });
    const rows = await now.query<{ topic: string; key: string; envelope: Record<string, unknown> }[]>(
      `SELECT topic, key, envelope FROM outbox`,
    );
    await now.destroy();
    expect(rows).toMatchObject([{ topic: 'registration', key: hazardNo }]);
    const { data, ...envelope } = rows[0]?.envelope ?? {};
    const attachedAt = '2023-10-09T02:00:00.500Z';
    expect(EnvelopeBase.parse(envelope)).toMatchObject({ type: 'evidence.attached', occurredAt: attachedAt });
    expect(eventSchemas['evidence.attached'].parse(data)).toEqual({
      hazardNo,
      evidenceId: id,
      sha256,
      attachedAt,
    });
  });
});

import { openDatabase } from '@bihuan/platform/persistence';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Documents1700000005000 } from './migrations/1700000005000-documents.ts';
import { migrations } from './migrations/index.ts';

const no = 'SX2023-140105-GAS-202310-000017';
const other = 'SX2023-140105-GAS-202310-000025';
const before = migrations.slice(0, migrations.indexOf(Documents1700000005000));
const idOf = (serial: number) => `018b0f3e-5c00-7000-8000-00000000000${serial}`;

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase('handover')));
afterAll(() => database.drop());

it('handovers of an earlier release get their numbers by chain, and keep what was said', async () => {
  const settings = { url: database.url, schema: database.schema, entities: [] };
  const earlier = await openDatabase({ ...settings, migrations: before });
  const rows: [number, string, string, string, string | null, number | null][] = [
    [3, no, 'territorial', 'acknowledged', '已安排专人', 2],
    [1, no, 'territorial', 'transferred', '属大同', null],
    [2, no, 'territorial', 'redirected', '登记有误', 1],
    [4, no, 'industry', 'insisted', '职责无误', null],
    [5, other, 'territorial', 'dispatched', null, null],
    [6, other, 'industry', 'refused', '不属本行业', null],
  ];
  for (const [serial, hazardNo, track, status, reason, predecessor] of rows)
    await earlier.query(
      `INSERT INTO handover (id, hazard_no, campaign_code, track, org_code, org_name, status, version, dispatched_at,
         late, reason, predecessor_id, place_code, city_code, field_code)
       VALUES ($1, $2, 'SX2023', $3, 'TY', '太原市人民政府', $4, 1, '2023-10-09T01:00:00Z', false, $5, $6, '140105',
         '140100', 'gas')`,
      [idOf(serial), hazardNo, track, status, reason, predecessor && idOf(predecessor)],
    );
  await earlier.query(
    `INSERT INTO audit_entry (occurred_at, actor, correlation_id, source, action, subject, after)
     VALUES ('2023-10-09T01:00:00Z', '{}', 'c', 'service', 'handover.acknowledged', $1, $2)`,
    [other, JSON.stringify({ handoverId: idOf(5), reportedBy: 'SX-OFFICE' })],
  );
  await earlier.query(
    `INSERT INTO hazard_change (hazard_no, correction, struck_off_at) VALUES ($1, 0, '2023-10-20T01:00:00Z')`,
    [other],
  );
  await earlier.destroy();

  const now = await openDatabase({ ...settings, migrations });
  const kept: unknown = await now.query(
    `SELECT document_no AS "documentNo", answer, settled, opinion, reason, decision_reason AS "decisionReason",
       reported, ended_at IS NOT NULL AS ended FROM handover ORDER BY id`,
  );
  const row = {
    settled: false,
    opinion: null,
    reason: null,
    decisionReason: null,
    reported: false,
    ended: false,
  };
  expect(kept).toEqual([
    { ...row, documentNo: `${no}-T1`, answer: 'transferred', reason: '属大同' },
    { ...row, documentNo: `${no}-T2`, answer: null, decisionReason: '登记有误' },
    { ...row, documentNo: `${no}-T3`, answer: 'acknowledged', settled: true, opinion: '已安排专人' },
    { ...row, documentNo: `${no}-H1`, answer: 'refused', settled: true, decisionReason: '职责无误' },
    { ...row, documentNo: `${other}-T1`, answer: null, reported: true, ended: true },
    { ...row, documentNo: `${other}-H1`, answer: 'refused', reason: '不属本行业', ended: true },
  ]);
  for (let left = migrations.length; left > before.length; left -= 1) await now.undoLastMigration();
  const [{ reason }] = await now.query<[{ reason: string }]>(`SELECT reason FROM handover WHERE id = $1`, [
    idOf(4),
  ]);
  expect(reason).toBe('职责无误');
  await now.destroy();
});

import { openDatabase } from '@bihuan/platform/persistence';
import { emptyFacts } from '@bihuan/process-core';
import { createTestDatabase, type TestDatabase } from '@bihuan/testing/postgres';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hazardNo, territorialAt } from '../__fixtures__/facts.ts';
import { Cases1700000001000 } from './migrations/1700000001000-cases.ts';
import { migrations } from './migrations/index.ts';

const id = '018b0f3e-5c00-7000-8000-000000000001';

describe('cases of an earlier release', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase('supervision')));
  afterAll(() => database.drop());

  it('keep who took which track', async () => {
    const settings = { url: database.url, schema: database.schema, entities: [] };
    const earlier = await openDatabase({ ...settings, migrations: [Cases1700000001000] });
    const heard = (status: string, track: string, orgCode: string) => ({
      version: 2,
      track,
      status,
      dispatchedAt: territorialAt,
      orgCode,
    });
    const handovers = {
      [id]: heard('acknowledged', 'territorial', 'GOV-140100'),
      '018b0f3e-5c00-7000-8000-000000000002': heard('dispatched', 'industry', 'SX-ZJT'),
    };
    await earlier.query(
      `INSERT INTO hazard_case (hazard_no, facts, state, round, co_orgs, progress_reports, updated_at,
         territorial_org, territorial_name, territorial_at)
       VALUES ($1, $2, 'handedOver', 1, '{}', 0, $3, 'GOV-140100', '太原市人民政府', $3)`,
      [hazardNo, JSON.stringify({ ...emptyFacts(hazardNo), handovers }), territorialAt],
    );
    await earlier.destroy();
    const now = await openDatabase({ ...settings, migrations });
    const [row] = await now.query<[{ settlements: unknown; correction: number }]>(
      `SELECT settlements, correction FROM hazard_case`,
    );
    await now.destroy();
    expect(row).toEqual({
      correction: 0,
      settlements: {
        [id]: { track: 'territorial', orgCode: 'GOV-140100', orgName: '太原市人民政府', at: territorialAt },
      },
    });
  });
});

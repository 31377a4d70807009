import type { HazardHistory } from '@bihuan/contracts';
import type { TestService } from '@bihuan/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { handler, type Problem, registered, startLedger } from '../__fixtures__/ledger-world.ts';
import { RegistrationActivitiesProvider } from './registration-activities.ts';

const may = '2023-05-18T01:00:00.000Z';
const history: HazardHistory = {
  reportedBy: 'SX-OFFICE',
  reportedByName: '省专项行动领导组办公室',
  reportedAt: '2023-10-09T01:00:00.000Z',
  importId: '018b0f3e-5c00-7000-8000-000000000009',
  handovers: [{ track: 'territorial', dispatchedAt: may, answeredAt: may }],
  planFiledAt: null,
  completedAt: null,
  acceptedAt: null,
  struckOffAt: null,
};

describe('what the loop learns of its hazard', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startLedger();
  }, 60_000);
  afterAll(() => service.close());

  const load = (no: string) => service.app.get(RegistrationActivitiesProvider).loadHazard(no);
  async function brought(past: Partial<HazardHistory>): Promise<string> {
    const no = await registered(service);
    await service.database.asSuperuser(`UPDATE hazard SET history = $2 WHERE hazard_no = $1`, [
      no,
      JSON.stringify({ ...history, ...past }),
    ]);
    return no;
  }

  it('is no past where it was registered here', async () => {
    const loaded = await load(await registered(service));
    expect(loaded).toMatchObject({ finished: false, placeName: '小店区' });
    expect(loaded).not.toHaveProperty('past');
  });

  it('is the handovers of the past where a ledger brought it', async () => {
    const { reportedBy, reportedByName, reportedAt, handovers } = history;
    const loaded = await load(await brought({}));
    expect(loaded).toMatchObject({ finished: false });
    expect(loaded.past).toEqual({ reportedBy, reportedByName, reportedAt, handovers });
  });

  it('is that nothing is left where it was struck off in the past, before any fact has come round', async () => {
    const no = await brought({ struckOffAt: may });
    expect(await load(no)).toMatchObject({ finished: true });
    const office = service.as(handler);
    expect((await office.get<{ state: string }>(`/hazards/${no}`)).body.state).toBe('struckOff');
    const corrected = await office.post<Problem>(`/hazards/${no}/corrections`, {
      reason: '登记有误',
      changes: { description: '晚了' },
    });
    expect([corrected.status, corrected.body.code]).toEqual([409, 'hazard.stateConflict']);
  });

  it('is where it lies since a correction', async () => {
    const no = await registered(service);
    await service.as(handler).post(`/hazards/${no}/corrections`, {
      reason: '登记有误',
      changes: {
        fieldCode: 'fire',
        standardCode: 'ANY-FIELD',
        clauseReason: '通用标准适用',
      },
    });
    expect(await load(no)).toMatchObject({ fieldCode: 'fire', fieldName: '消防' });
  });
});

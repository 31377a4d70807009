import type { EventOf } from '@bihuan/contracts';
import { eventOf } from '@bihuan/testing/facts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import {
  brought,
  corrected,
  deadline,
  handover,
  industryAt,
  registered,
  territorialAt,
  untilRectifying,
  untilRedirected,
} from '../__fixtures__/facts.ts';
import { plan, startSupervision, type SupervisionWorld } from '../__fixtures__/supervision-world.ts';
import type { HeardFact } from '../domain/known-case.ts';

let world: SupervisionWorld;
beforeAll(async () => (world = await startSupervision()), 60_000);
afterAll(() => world.close());

let serial = 300;
const nextNo = () => `SX2023-140105-GAS-202310-00${String((serial += 1))}K`;
const told = async (no: string): Promise<string[]> =>
  (await world.rows<{ type: string }>(`SELECT type FROM outbox WHERE key = $1 ORDER BY seq`, [no])).map(
    ({ type }) => type,
  );
const caseOf = async (no: string) =>
  (
    await world.rows<Record<string, unknown>>(
      `SELECT state, city_code, lead_org, territorial_org, industry_org FROM hazard_case WHERE hazard_no = $1`,
      [no],
    )
  )[0];

describe('a corrected hazard', () => {
  const all = (no: string) => [...untilRectifying(no), corrected(1, no), ...untilRedirected(no)];
  it.each<[string, (facts: HeardFact[]) => HeardFact[]]>([
    ['in order', (facts) => facts],
    [
      'the correction last',
      (facts) => facts.toSorted((a, b) => Number(isCorrection(a)) - Number(isCorrection(b))),
    ],
    [
      'the correction first',
      (facts) => facts.toSorted((a, b) => Number(isCorrection(b)) - Number(isCorrection(a))),
    ],
    ['each twice', (facts) => facts.flatMap((fact) => [fact, fact])],
  ])('keeps its clocks, which wait for the new side: %s', async (_, arrange) => {
    const no = nextNo();
    await world.hear(arrange(all(no)));
    expect(await caseOf(no)).toEqual({
      state: 'rectifying',
      city_code: '140200',
      lead_org: 'SX-YJT',
      territorial_org: 'GOV-140200',
      industry_org: 'SX-ZJT',
    });
    const { rectify, plan: filing, progress } = await world.clocks(no);
    const datong = { orgCode: 'GOV-140200', orgName: '大同市人民政府' };
    expect([rectify?.waitsFor, filing?.waitsFor, progress?.waitsFor]).toEqual([datong, datong, datong]);
    expect(rectify).toMatchObject({ due: deadline, state: 'open' });
    expect(filing).toMatchObject({ startedAt: industryAt });
  });

  it('turns its clocks to the new city at once, before that has answered', async () => {
    const no = nextNo();
    await world.hear(untilRectifying(no));
    await world.hear([corrected(1, no), ...untilRedirected(no).slice(0, 2)]);
    expect((await world.clocks(no))['rectify']?.waitsFor.orgCode).toBe('GOV-140200');
    expect(await caseOf(no)).toMatchObject({ state: 'rectifying', territorial_org: null });
    const rows = await world.rows<{ at: Date }>(
      `SELECT territorial_at AS at FROM hazard_case WHERE hazard_no = $1`,
      [no],
    );
    expect(rows[0]?.at).toEqual(new Date(territorialAt));
  });

  it('is seen by the new city and no more by the old one', async () => {
    const no = nextNo();
    await world.hear([registered(no), corrected(1, no)]);
    const file = (name: 'cityHandler' | 'otherCity') =>
      world.as(name).post<{ code: string }>(`/hazards/${no}/plan`, plan);
    expect((await file('cityHandler')).status).toBe(404);
    expect((await file('otherCity')).body.code).toBe('hazard.stateConflict');
  });
});

describe('a hazard whose city passed the handover on to a county', () => {
  it('waits for the county once that has taken it on; the county reports', async () => {
    const no = nextNo();
    const county = { orgCode: 'GOV-140105', orgName: '太原市小店区人民政府' };
    const [registration, territorial, industry, , taken] = untilRectifying(no);
    const step = { no, track: 'territorial', successor: true, ...county } as const;
    await world.hear([
      ...[registration!, territorial!, industry!, taken!],
      handover({ ...step, status: 'dispatched' }),
      handover({ ...step, status: 'acknowledged', at: territorialAt }),
    ]);
    expect(await caseOf(no)).toMatchObject({ city_code: '140100', territorial_org: 'GOV-140105' });
    const { rectify, plan: filing, progress } = await world.clocks(no);
    expect([rectify?.waitsFor, filing?.waitsFor, progress?.waitsFor]).toEqual([county, county, county]);
    expect((await world.as('countyHandler').post(`/hazards/${no}/plan`, plan)).status).toBe(200);
  });
});

describe('a withdrawn hazard', () => {
  const approve = (no: string): EventOf<'withdrawal.approved'> =>
    eventOf('withdrawal.approved', {
      hazardNo: no,
      withdrawalId: uuid(),
      approvedAt: '2023-10-09T07:00:00.000Z',
    });
  const confirmed = async (no: string) =>
    (
      await world.rows<{ data: unknown }>(
        `SELECT envelope->'data' AS data FROM outbox WHERE key = $1 AND type = 'withdrawal.confirmed'`,
        [no],
      )
    ).map(({ data }) => data);

  it('has its clocks ended, is confirmed, and takes no step any more', async () => {
    const no = nextNo();
    await world.hear(untilRectifying(no));
    const approved = approve(no);
    await world.hear([approved]);
    const clocks = Object.values(await world.clocks(no)).map(({ state }) => state);
    expect(clocks).toEqual(['cancelled', 'cancelled', 'cancelled']);
    const { withdrawalId } = approved.data;
    expect(await confirmed(no)).toMatchObject([{ withdrawalId, owner: 'supervision', outcome: 'ended' }]);
    expect((await told(no)).filter((type) => type === 'clock.ended')).toHaveLength(3);
    const before = await told(no);
    for (const [path, body] of [
      ['plan', plan],
      ['progress', { percent: 10, note: '开始' }],
      ['completion', { summary: '完成', finishedOn: '2023-10-09' }],
      ['acceptance/application', { statement: '申请' }],
    ] as const) {
      const answer = await world.as('cityHandler').post<{ code: string }>(`/hazards/${no}/${path}`, body);
      expect([answer.status, answer.body.code]).toEqual([409, 'hazard.stateConflict']);
    }
    const strike = await world
      .as('cityLeader')
      .post<{ code: string }>(`/hazards/${no}/strike-off`, { opinion: '同意' });
    expect([strike.status, strike.body.code]).toEqual([409, 'hazard.stateConflict']);
    const verdict = await world.as('lead').post<{ code: string }>(`/hazards/${no}/acceptance/verdict`, {
      passed: true,
      opinion: '到位',
      visitedOn: '2023-10-09',
    });
    expect([verdict.status, verdict.body.code]).toEqual([409, 'hazard.stateConflict']);
    expect(await told(no)).toEqual(before);
  });

  it('whose handovers are heard of later opens no clock', async () => {
    const no = nextNo();
    const [first, ...others] = untilRectifying(no);
    // Of two topics either may come first: the handovers are told once the approval was heard.
    await world.hear([first!, approve(no)]);
    await world.hear(others);
    const clocks = Object.values(await world.clocks(no));
    expect(clocks.map(({ kind, state }) => [kind, state])).toEqual([['rectify', 'cancelled']]);
    expect((await caseOf(no))?.['state']).toBe('withdrawn');
  });

  it('that was struck off before stays so, and says so', async () => {
    const no = nextNo();
    const struckOffAt = '2023-06-28T01:00:00.000Z';
    const long = { registeredAt: '2023-05-18T01:00:00.000Z', deadline: '2023-06-17T10:00:00.000Z' };
    await world.hear([brought({ struckOffAt }, long, no)]);
    await world.hear([approve(no)]);
    expect(await confirmed(no)).toMatchObject([{ owner: 'supervision', outcome: 'struckOff' }]);
    expect((await caseOf(no))?.['state']).toBe('struckOff');
  });
});

function isCorrection({ type }: HeardFact): boolean {
  return type === 'hazard.corrected';
}

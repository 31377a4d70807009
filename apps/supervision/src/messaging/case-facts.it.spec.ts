import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  deadline,
  handover,
  industryAt,
  registered,
  registeredAt,
  untilRectifying,
} from '../__fixtures__/facts.ts';
import { startSupervision, type SupervisionWorld } from '../__fixtures__/supervision-world.ts';
import type { HeardFact } from '../domain/known-case.ts';

let world: SupervisionWorld;
beforeAll(async () => (world = await startSupervision()));
afterAll(() => world.close());

let serial = 100;
const nextNo = () => `SX2023-140105-GAS-202310-00${String((serial += 1))}K`;

async function caseOf(no: string) {
  const [row] = await world.rows<Record<string, unknown>>(
    `SELECT state, round, territorial_org, industry_org, city_code FROM hazard_case WHERE hazard_no = $1`,
    [no],
  );
  return row;
}

describe('facts of the other services', () => {
  it('open the clocks of rectification, each from its own start fact', async () => {
    const no = nextNo();
    await world.hear(untilRectifying(no));
    const city = { orgCode: 'GOV-140100', orgName: '太原市人民政府' };
    const { rectify, plan, progress, ...others } = await world.clocks(no);
    expect(others).toEqual({});
    expect(rectify).toMatchObject({ state: 'open', startedAt: registeredAt, due: deadline, waitsFor: city });
    // Three working days after Monday; ten days after it is a Thursday.
    expect(plan).toMatchObject({ state: 'open', startedAt: industryAt, due: '2023-10-12T10:00:00.000Z' });
    expect(progress).toMatchObject({ state: 'open', startedAt: industryAt, due: '2023-10-19T10:00:00.000Z' });
    expect([plan?.waitsFor, progress?.waitsFor]).toEqual([city, city]);
  });

  const orders: [string, (facts: HeardFact[]) => HeardFact[]][] = [
    ['backwards', (facts) => facts.toReversed()],
    ['each twice', (facts) => facts.flatMap((fact) => [fact, fact])],
    ['registration last', ([first, ...rest]) => [...rest, first!]],
    ['answers before dispatches', ([a, b, c, d, e]) => [a!, d!, e!, b!, c!]],
  ];
  it.each(orders)('come %s to the same case and clocks', async (_, arrange) => {
    const no = nextNo();
    await world.hear(arrange(untilRectifying(no)));
    expect(await caseOf(no)).toEqual({
      state: 'rectifying',
      round: 1,
      territorial_org: 'GOV-140100',
      industry_org: 'SX-ZJT',
      city_code: '140100',
    });
    const clocks = Object.entries(await world.clocks(no)).map(([name, { startedAt, due, state }]) => [
      name,
      state,
      startedAt,
      due,
    ]);
    expect(clocks).toEqual([
      ['rectify', 'open', registeredAt, deadline],
      ['plan', 'open', industryAt, '2023-10-12T10:00:00.000Z'],
      ['progress', 'open', industryAt, '2023-10-19T10:00:00.000Z'],
    ]);
    const opened = await world.rows(`SELECT 1 FROM outbox WHERE key = $1 AND type = 'clock.opened'`, [no]);
    expect(opened).toHaveLength(3);
  });

  it('leave a hazard unseen until its registration was heard of', async () => {
    const no = nextNo();
    await world.hear(untilRectifying(no).slice(1));
    expect(await caseOf(no)).toMatchObject({ state: 'rectifying', city_code: null });
    const answer = await world.as('officeHandler').post(`/hazards/${no}/acceptance/verdict`, {
      passed: true,
      opinion: '到位',
      visitedOn: '2023-10-09',
    });
    expect([answer.status, answer.body]).toMatchObject([404, { code: 'hazard.notFound' }]);
    expect(await world.clocks(no)).toEqual({});
  });

  it('show the case to a department that shares it, whatever its own field, and to no other', async () => {
    const no = nextNo();
    await world.hear([registered(no)]);
    const clocksFor = async (name: 'coDepartment' | 'otherDepartment') =>
      (await world.as(name).get<{ clocks: { kind: string }[] }>(`/hazards/${no}/clocks`)).body.clocks;
    expect(await clocksFor('coDepartment')).toMatchObject([{ kind: 'rectify' }]);
    expect(await clocksFor('otherDepartment')).toEqual([]);
  });

  it('turn the rectification clock to another city government that took the track', async () => {
    const no = nextNo();
    const datong = { orgCode: 'GOV-140200', orgName: '大同市人民政府' };
    await world.hear([registered(no)]);
    expect((await world.clocks(no))['rectify']?.waitsFor.orgCode).toBe('GOV-140100');
    await world.hear([handover({ no, track: 'territorial', status: 'acknowledged', ...datong })]);
    expect((await world.clocks(no))['rectify']).toMatchObject({
      due: deadline,
      version: 2,
      waitsFor: datong,
    });
    const moved = await world.rows(`SELECT 1 FROM outbox WHERE key = $1 AND type = 'clock.moved'`, [no]);
    expect(moved).toHaveLength(1);
  });

  it('that were insisted on settle a track by the office’s decision', async () => {
    const no = nextNo();
    await world.hear([
      ...untilRectifying(no).slice(0, 4),
      handover({ no, track: 'industry', status: 'refused', at: '2023-10-09T05:00:00.000Z' }),
    ]);
    expect(Object.keys(await world.clocks(no))).toEqual(['rectify']);
    await world.hear([handover({ no, track: 'industry', status: 'insisted', at: industryAt })]);
    expect((await world.clocks(no))['plan']?.startedAt).toBe(industryAt);
  });
});

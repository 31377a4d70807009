import { type AnyEvent, eventSchemas, type EventType } from '@bihuan/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deadline, untilRectifying } from '../__fixtures__/facts.ts';
import {
  type CallerName,
  plan,
  startSupervision,
  type SupervisionWorld,
} from '../__fixtures__/supervision-world.ts';

let world: SupervisionWorld;
beforeAll(async () => (world = await startSupervision()));
afterAll(() => world.close());

const [first, second] = ['SX2023-140105-GAS-202310-00001K', 'SX2023-140105-GAS-202310-00002K'];

async function step(no: string, by: CallerName, path: string, body: object) {
  const { status, body: reply } = await world.as(by).post(`/hazards/${no}/${path}`, body);
  return { status, reply };
}

/** Moves business time to an hour of a day in Shanghai. */
function on(day: string, hour = 10): void {
  world.service.clock.advanceTo(`${day}T${hour}:00:00+08:00`);
}

describe('the way of a case to its strike-off', () => {
  const no = first;
  beforeAll(() => world.hear(untilRectifying(no)));

  it('a plan filed by the enterprise ends the plan clock', async () => {
    on('2023-10-10');
    const { status, reply } = await step(no, 'enterprise', 'plan', plan);
    expect(status).toBe(200);
    expect(reply).toEqual({ hazardNo: no, state: 'rectifying', round: 1, at: '2023-10-10T02:00:00.000Z' });
    expect((await world.clocks(no))['plan']).toMatchObject({ state: 'met', overdueAt: null });
    const rows = await world.rows(`SELECT funds, filed_by, filed_org FROM plan WHERE hazard_no = $1`, [no]);
    expect(rows).toEqual([{ funds: '12.5', filed_by: 'enterprise', filed_org: 'ENT-DEMO' }]);
  });

  it('a report of the county ends one progress clock and begins the next', async () => {
    on('2023-10-11');
    const { status } = await step(no, 'countyHandler', 'progress', { percent: 60, note: '更换中' });
    expect(status).toBe(200);
    const clocks = await world.clocks(no);
    expect(clocks['progress']).toMatchObject({ state: 'met' });
    // Ten days on is a Saturday: Monday it is.
    expect(clocks['progress.2']).toMatchObject({
      state: 'open',
      startedAt: '2023-10-11T02:00:00.000Z',
      due: '2023-10-23T10:00:00.000Z',
    });
  });

  it('completion on time ends rectification and the reports on progress', async () => {
    on('2023-10-12');
    const { status, reply } = await step(no, 'cityHandler', 'completion', {
      summary: '已全部更换',
      finishedOn: '2023-10-12',
    });
    expect([status, reply]).toMatchObject([200, { state: 'rectifying', round: 1 }]);
    const clocks = await world.clocks(no);
    expect([clocks['rectify'], clocks['progress.2']]).toMatchObject([
      { state: 'met', due: deadline, overdueAt: null },
      { state: 'met' },
    ]);
  });

  it('an application begins the clock of the department that took the track', async () => {
    on('2023-10-12', 11);
    const { reply } = await step(no, 'cityHandler', 'acceptance/application', { statement: '申请验收' });
    expect(reply).toMatchObject({ state: 'awaitingAcceptance', round: 1 });
    // Ten days on is a Sunday.
    expect((await world.clocks(no))['accept']).toMatchObject({
      state: 'open',
      due: '2023-10-23T10:00:00.000Z',
      waitsFor: { orgCode: 'SX-ZJT', orgName: '省住房和城乡建设厅' },
    });
  });

  it('a verdict that passed begins the clock of the sign-off', async () => {
    on('2023-10-13');
    const { reply } = await step(no, 'lead', 'acceptance/verdict', {
      passed: true,
      opinion: '整改到位',
      visitedOn: '2023-10-13',
    });
    expect(reply).toMatchObject({ state: 'awaitingAcceptance', round: 1 });
    const clocks = await world.clocks(no);
    expect([clocks['accept'], clocks['strikeOff']]).toMatchObject([
      { state: 'met' },
      { state: 'open', due: '2023-10-20T10:00:00.000Z', waitsFor: { orgCode: 'GOV-140100' } },
    ]);
  });

  it('the sign-off of the city’s leader strikes the hazard off; every clock has ended', async () => {
    on('2023-10-16');
    const { reply } = await step(no, 'cityLeader', 'strike-off', { opinion: '同意销号' });
    expect(reply).toEqual({
      hazardNo: no,
      state: 'struckOff',
      round: 1,
      at: '2023-10-16T02:00:00.000Z',
    });
    const states = Object.values(await world.clocks(no)).map(({ state }) => state);
    expect(states).toEqual(Array<string>(6).fill('met'));
  });

  it('every step was announced, in order, in the shape of the contracts, and is on the audit trail', async () => {
    const messages = await world.service.topics.read('supervision', 18);
    const events = messages.map(({ key, value }) => {
      const event = JSON.parse(String(value)) as AnyEvent;
      expect(key).toBe(no);
      expect(eventSchemas[event.type].parse(event.data)).toEqual(event.data);
      return event;
    });
    const clocks: EventType[] = ['clock.opened', 'clock.ended'];
    expect(events.filter(({ type }) => !clocks.includes(type)).map(({ type }) => type)).toEqual([
      'plan.filed',
      'progress.reported',
      'completion.reported',
      'acceptance.applied',
      'acceptance.decided',
      'hazard.struckOff',
    ]);
    const audit = await world.rows(
      `SELECT action, actor->>'person' AS person, before->>'state' AS before, after->>'state' AS after
       FROM audit_entry WHERE subject = $1 ORDER BY seq`,
      [no],
    );
    expect(audit).toEqual([
      { action: 'plan.filed', person: 'enterprise', before: 'rectifying', after: 'rectifying' },
      { action: 'progress.reported', person: 'xiaodian.handler', before: 'rectifying', after: 'rectifying' },
      { action: 'completion.reported', person: 'taiyuan.handler', before: 'rectifying', after: 'rectifying' },
      {
        action: 'acceptance.applied',
        person: 'taiyuan.handler',
        before: 'rectifying',
        after: 'awaitingAcceptance',
      },
      {
        action: 'acceptance.decided',
        person: 'zjt.handler',
        before: 'awaitingAcceptance',
        after: 'awaitingAcceptance',
      },
      {
        action: 'hazard.struckOff',
        person: 'taiyuan.leader',
        before: 'awaitingAcceptance',
        after: 'struckOff',
      },
    ]);
  });
});

describe('a failed verdict', () => {
  const no = second;

  it('comes after a plan and a completion that did not wait for the answers of the handovers', async () => {
    await world.hear(untilRectifying(no).slice(0, 3));
    expect((await step(no, 'cityHandler', 'plan', plan)).reply).toMatchObject({ state: 'handedOver' });
    await step(no, 'cityHandler', 'completion', { summary: '完成', finishedOn: '2023-10-16' });
    await world.hear(untilRectifying(no).slice(3));
    const clocks = await world.clocks(no);
    expect(Object.keys(clocks)).toEqual(['rectify']);
    expect(clocks['rectify']).toMatchObject({ state: 'met' });
    const { reply } = await step(no, 'enterprise', 'acceptance/application', { statement: '申请' });
    expect(reply).toMatchObject({ state: 'awaitingAcceptance' });
  });

  it('leads back to rectifying in the next round, until the date it names', async () => {
    on('2023-11-01');
    const { reply } = await step(no, 'coDepartment', 'acceptance/verdict', {
      passed: false,
      opinion: '仍有泄漏',
      visitedOn: '2023-11-01',
      newDeadline: '2023-11-11',
    });
    expect(reply).toMatchObject({ state: 'rectifying', round: 2 });
    const clocks = await world.clocks(no);
    // The named date is a Saturday: it stays. Progress counts by the policy that the hazard started with: ten days, to a Saturday.
    expect([clocks['accept'], clocks['rectify.2'], clocks['progress.2']]).toMatchObject([
      { state: 'met', overdueAt: '2023-10-26T10:00:00.000Z' },
      { state: 'open', startedAt: '2023-11-01T02:00:00.000Z', due: '2023-11-11T10:00:00.000Z' },
      { state: 'open', due: '2023-11-13T10:00:00.000Z', policyVersion: 1 },
    ]);
  });

  it('the second round is judged by its own deadline, and closed', async () => {
    on('2023-11-13');
    await step(no, 'cityHandler', 'completion', { summary: '再次完成', finishedOn: '2023-11-12' });
    expect((await world.clocks(no))['rectify.2']).toMatchObject({
      state: 'met',
      overdueAt: '2023-11-11T10:00:00.000Z',
    });
    await step(no, 'cityHandler', 'acceptance/application', { statement: '再次申请' });
    await step(no, 'lead', 'acceptance/verdict', {
      passed: true,
      opinion: '到位',
      visitedOn: '2023-11-13',
    });
    const { reply } = await step(no, 'officeLeader', 'strike-off', { opinion: '同意' });
    expect(reply).toMatchObject({ state: 'struckOff', round: 2 });
    const reports = await world.rows(
      `SELECT c.round, c.on_time, a.passed, a.decided_org FROM completion_report c
       JOIN acceptance a USING (hazard_no, round) WHERE c.hazard_no = $1 ORDER BY round`,
      [no],
    );
    expect(reports).toEqual([
      { round: 1, on_time: true, passed: false, decided_org: 'SX-JTT' },
      { round: 2, on_time: false, passed: true, decided_org: 'SX-ZJT' },
    ]);
    const open = Object.values(await world.clocks(no)).filter(({ state }) => state === 'open');
    expect(open).toEqual([]);
  });
});

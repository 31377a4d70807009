import type { HandoverReply } from '@bihuan/contracts';
import { eventOf, withdrawalApproved } from '@bihuan/testing/facts';
import type { ServiceAgent } from '@bihuan/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  callers,
  hazard,
  type HandoverWorld,
  notOurs,
  type Problem,
  startHandover,
  takenOn,
} from './handover-world.fixture.ts';

interface HandoverPage {
  readonly items: HandoverReply[];
  readonly next: string | null;
}

const at = '2023-10-09T02:00:00.000Z';
const plan = (hazardNo: string) => eventOf('plan.filed', { hazardNo, filedAt: at });
const struckOff = (hazardNo: string) => eventOf('hazard.struckOff', { hazardNo, struckOffAt: at });

describe('lists that are worked off', () => {
  let world: HandoverWorld;
  let [office, city]: ServiceAgent[] = [];
  beforeAll(async () => {
    world = await startHandover();
    office = world.service.as();
    city = world.service.as(callers.city);
  }, 60_000);
  afterAll(() => world.service.close());

  let serial = 900;
  async function handedOver(): Promise<HandoverReply> {
    const of = hazard((serial += 1));
    await world.dispatch(of);
    return world.ofTrack(of.hazardNo, 'territorial');
  }
  async function answered(what: 'acknowledge' | 'refuse'): Promise<HandoverReply> {
    const { handoverId } = await handedOver();
    const body = what === 'refuse' ? notOurs : takenOn;
    return (await city!.post<HandoverReply>(`/handovers/${handoverId}/${what}`, body)).body;
  }
  const page = async (query: string) => (await office!.get<HandoverPage>(`/handovers?${query}`)).body;
  const listed = async (query: string) => (await page(query)).items.map(({ hazardNo }) => hazardNo);
  /** Hazards of the list, one page of one row after the other. */
  async function pageByPage(query: string): Promise<string[]> {
    const found: string[] = [];
    let after = '';
    for (;;) {
      const { items, next } = await page(`${query}&limit=1${after}`);
      found.push(...items.map(({ hazardNo }) => hazardNo));
      if (next === null) return found;
      after = `&after=${next}`;
    }
  }

  it('not acknowledged: what waits longest first, by track, organisation and lateness', async () => {
    const first = await handedOver();
    world.service.clock.advanceTo('2023-10-09T02:00:00.000Z');
    const second = await handedOver();
    const acknowledged = await answered('acknowledge');
    const list = 'list=unacknowledged&track=territorial';
    const both = [first.hazardNo, second.hazardNo];
    expect(await listed(list)).toEqual(both);
    expect(await pageByPage(list)).toEqual(both);
    expect(await listed('list=unacknowledged&orgCode=SX-HOUSING')).toEqual([...both, acknowledged.hazardNo]);
    expect(await listed(`${list}&overdue=true`)).toEqual([]);
    world.service.clock.advanceTo('2023-10-10T10:00:00.000Z');
    expect(await listed(`${list}&overdue=true`)).toEqual(both);
    await world.hear(struckOff(first.hazardNo), withdrawalApproved(second.hazardNo));
    expect(await listed(list)).toEqual([]);
  });

  it('refused: by whom and why, the oldest first, late once the decision is', async () => {
    const first = await answered('refuse');
    world.service.clock.advanceTo('2023-10-11T02:00:00.000Z');
    const second = await answered('refuse');
    expect(await listed('list=refused')).toEqual([first.hazardNo, second.hazardNo]);
    expect((await page('list=refused')).items[0]).toMatchObject({
      ...{ orgName: '太原市人民政府', status: 'refused', ...notOurs },
      receipt: { person: 'ty-handler', orgCode: 'TY', at: first.answeredAt },
      ...{ dueAt: '2023-10-11T10:00:00.000Z', overdue: false },
    });
    world.service.clock.advanceTo('2023-10-11T10:00:00.000Z');
    expect(await listed('list=refused&overdue=true')).toEqual([first.hazardNo]);
    expect(await listed('list=refused&overdue=false')).toEqual([second.hazardNo]);
    await office!.post(`/handovers/${first.handoverId}/insist`, { reason: '辖区无误' });
    expect(await pageByPage('list=refused')).toEqual([second.hazardNo]);
    expect(await listed('list=noFeedback&status=insisted')).toEqual([first.hazardNo]);
    await world.hear(struckOff(first.hazardNo), struckOff(second.hazardNo));
    expect(await listed('list=refused')).toEqual([]);
  });

  it.each([
    ['a plan', plan],
    [
      'a report of progress',
      (hazardNo: string) => eventOf('progress.reported', { hazardNo, percent: 10, reportedAt: at }),
    ],
    [
      'a report of completion',
      (hazardNo: string) =>
        eventOf('completion.reported', { hazardNo, round: 1, reportedAt: at, onTime: true }),
    ],
  ])('no feedback: until %s comes, however often', async (_, feedback) => {
    const { hazardNo, handoverId } = await answered('acknowledge');
    expect(await listed(`list=noFeedback&hazardNo=${hazardNo}`)).toEqual([hazardNo]);
    const fact = feedback(hazardNo);
    await world.hear(fact, fact, feedback(hazardNo));
    expect(await listed(`list=noFeedback&hazardNo=${hazardNo}`)).toEqual([]);
    expect((await office!.get<HandoverReply>(`/handovers/${handoverId}`)).body.feedbackAt).toBe(at);
  });

  it('no feedback: heard before the handovers are there, and in any order, the earliest holds', async () => {
    const of = hazard((serial += 1));
    const reported = (reportedAt: string) =>
      eventOf('progress.reported', { hazardNo: of.hazardNo, percent: 10, reportedAt });
    await world.hear(reported('2023-10-09T05:00:00.000Z'));
    await world.hear(plan(of.hazardNo));
    await world.dispatch(of);
    await world.hear(reported('2023-10-09T06:00:00.000Z'));
    const { handoverId } = await world.ofTrack(of.hazardNo, 'territorial');
    const { body } = await city!.post<HandoverReply>(`/handovers/${handoverId}/acknowledge`, takenOn);
    expect(body.feedbackAt).toBe(at);
    expect(await listed(`list=noFeedback&hazardNo=${of.hazardNo}`)).toEqual([]);
    const { body: both } = await city!.get<HandoverPage>(`/handovers?hazardNo=${of.hazardNo}`);
    expect(both.items.map(({ feedbackAt }) => feedbackAt)).toEqual([at, at]);
  });

  it('no feedback: a successor inherits it, and a struck-off hazard is on no list', async () => {
    const { hazardNo, handoverId } = await handedOver();
    await world.hear(plan(hazardNo));
    const given = { toOrgCode: 'DT', reason: '属大同' };
    const { body } = await city!.post<HandoverReply>(`/handovers/${handoverId}/transfer`, given);
    expect(body.feedbackAt).toBe(at);
    const other = await answered('acknowledge');
    await world.hear(struckOff(other.hazardNo));
    expect(await listed(`list=noFeedback&hazardNo=${other.hazardNo}`)).toEqual([]);
  });

  it('show no more than the reader may see', async () => {
    const { hazardNo } = await handedOver();
    const query = `/handovers?list=unacknowledged&hazardNo=${hazardNo}`;
    const datong = await world.service.as(callers.datong).get<HandoverPage>(query);
    expect(datong.body.items).toEqual([]);
    expect((await city!.get<HandoverPage>(query)).body.items).toHaveLength(2);
  });

  it('no answer is taken once the hazard is struck off', async () => {
    const { hazardNo, handoverId } = await handedOver();
    await world.hear(struckOff(hazardNo));
    const late = await city!.post<Problem>(`/handovers/${handoverId}/acknowledge`, takenOn);
    expect([late.status, late.body.code]).toEqual([409, 'hazard.stateConflict']);
  });

  it.each(['list=forgotten', 'list='])('refuse %s', async (query) => {
    expect((await office!.get<Problem>(`/handovers?${query}`)).status).toBe(400);
  });
});

import type { HandoverDetail, HandoverReply } from '@bihuan/contracts';
import { ClockBook } from '@bihuan/platform/clocks';
import type { ServiceAgent } from '@bihuan/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  callers,
  hazard,
  type HandoverWorld,
  notOurs,
  startHandover,
  takenOn,
} from './handover-world.fixture.ts';

const toDatong = { toOrgCode: 'DT', reason: '地点在界线另一侧' };

/** What users of other systems complain of, about routing and answers; about clocks: libs/platform/src/clocks. */
describe('complaints that are heard of other systems', () => {
  let world: HandoverWorld;
  let office: ServiceAgent;
  let city: ServiceAgent;
  let datong: ServiceAgent;
  beforeAll(async () => {
    world = await startHandover();
    office = world.service.as();
    city = world.service.as(callers.city);
    datong = world.service.as(callers.datong);
  }, 60_000);
  afterAll(() => world.service.close());

  let serial = 700;
  async function handedOver(): Promise<HandoverReply> {
    const of = hazard((serial += 1));
    await world.dispatch(of);
    return world.ofTrack(of.hazardNo, 'territorial');
  }
  const listed = async (list: string, hazardNo: string) => {
    const { body } = await office.get<{ items: HandoverReply[] }>(
      `/handovers?list=${list}&track=territorial`,
    );
    return body.items.filter((handover) => handover.hazardNo === hazardNo);
  };

  it('who refused it, and why', async () => {
    const { handoverId, hazardNo } = await handedOver();
    await city.post(`/handovers/${handoverId}/refuse`, notOurs);
    expect(await listed('refused', hazardNo)).toEqual([
      expect.objectContaining({
        ...{ orgCode: 'TY', status: 'refused', ...notOurs },
        receipt: expect.objectContaining({ person: 'ty-handler', orgCode: 'TY' }),
      }),
    ]);
  });

  it('wrong body near boundaries: redirected, with its past and its old clock still there', async () => {
    const { handoverId, hazardNo } = await handedOver();
    await city.post(`/handovers/${handoverId}/refuse`, notOurs);
    const { body: next } = await office.post<HandoverReply>(`/handovers/${handoverId}/redirect`, toDatong);
    const { body } = await datong.get<HandoverDetail>(`/handovers/${next.handoverId}`);
    expect(
      body.chain.map(({ orgCode, reason, decisionReason }) => [orgCode, reason, decisionReason]),
    ).toEqual([
      ['TY', notOurs.reason, toDatong.reason],
      ['DT', null, null],
    ]);
    expect(await world.clock(hazardNo, 'acknowledge', handoverId)).toMatchObject({ state: 'met' });
  });

  it('a timer must not be lost on send-back: whoever has it next is under a clock with its whole ladder', async () => {
    const { handoverId, hazardNo } = await handedOver();
    await city.post(`/handovers/${handoverId}/refuse`, notOurs);
    expect(await world.clock(hazardNo, 'refusalDecision', handoverId)).toMatchObject({ state: 'open' });
    const { body: next } = await office.post<HandoverReply>(`/handovers/${handoverId}/redirect`, toDatong);
    const clock = await world.clock(hazardNo, 'acknowledge', next.handoverId);
    expect(clock).toMatchObject({
      state: 'open',
      due: '2023-10-10T10:00:00.000Z',
      waitsFor: { orgCode: 'DT' },
    });
    expect(clock?.rungsAhead.map(({ rung }) => rung)).toEqual(['reminder', 'overdue', 'leader', 'interview']);
  });

  it('chase automatically after silence, until somebody answers', async () => {
    const { handoverId, hazardNo } = await handedOver();
    const waiting = await world.clock(hazardNo, 'acknowledge', handoverId);
    const book = world.service.app.get(ClockBook);
    world.service.clock.advanceTo('2023-10-10T18:00:00+08:00');
    expect(await book.decide(waiting?.clockId ?? '')).toMatchObject({ rung: 'overdue' });
    expect(await listed('unacknowledged', hazardNo)).toMatchObject([{ handoverId, overdue: true }]);
    await city.post(`/handovers/${handoverId}/acknowledge`, takenOn);
    world.service.clock.advanceTo('2023-10-31T09:00:00+08:00');
    expect(await book.decide(waiting?.clockId ?? '')).toMatchObject({ outcome: 'ended' });
    expect(await listed('unacknowledged', hazardNo)).toEqual([]);
    expect(await listed('noFeedback', hazardNo)).toMatchObject([{ handoverId, late: true }]);
  });
});

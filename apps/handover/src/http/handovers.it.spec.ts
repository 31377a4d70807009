import type { HandoverReply } from '@bihuan/contracts';
import { assertNoDrift } from '@bihuan/platform/persistence';
import type { ServiceAgent } from '@bihuan/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import {
  callers,
  hazard,
  type HandoverWorld,
  type Problem,
  startHandover,
  takenOn,
} from './handover-world.fixture.ts';

describe('the two handovers', () => {
  let world: HandoverWorld;
  let office: ServiceAgent;
  let city: ServiceAgent;
  let department: ServiceAgent;

  beforeAll(async () => {
    world = await startHandover();
    office = world.service.as();
    city = world.service.as(callers.city);
    department = world.service.as(callers.department);
  }, 60_000);

  afterAll(() => world.service.close());

  it('keeps tables and entities the same', () => assertNoDrift(world.service.app.get(DataSource)));

  it('dispatches one to the city government and one to the leading department, once', async () => {
    expect(await world.dispatch(hazard(1))).toEqual({ dispatched: 2, unrouted: 0 });
    expect(await world.dispatch(hazard(1))).toEqual({ dispatched: 2, unrouted: 0 });
    const handovers = await world.handoversOf(hazard(1).hazardNo);
    expect(handovers.map(({ track, orgCode, status }) => [track, orgCode, status]).sort()).toEqual([
      ['industry', 'SX-HOUSING', 'dispatched'],
      ['territorial', 'TY', 'dispatched'],
    ]);
  });

  it('gives each its own clock of one working day, and ends the handOver clock', async () => {
    const clocks = await world.clocksOf(hazard(1).hazardNo);
    expect(clocks.map(({ kind, state, due }) => [kind, state, due]).sort()).toEqual([
      ['acknowledge', 'open', '2023-10-10T10:00:00.000Z'],
      ['acknowledge', 'open', '2023-10-10T10:00:00.000Z'],
      ['handOver', 'met', '2023-10-10T10:00:00.000Z'],
    ]);
    expect(clocks[0]?.explanation).toContain('2023-10-10');
  });

  it('dispatches once however often it is asked at the same time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => world.dispatch(hazard(2))));
    expect(await world.handoversOf(hazard(2).hazardNo)).toHaveLength(2);
  });

  it('can be answered by far more at once than the service has connections', async () => {
    const hazards = Array.from({ length: 20 }, (_, n) => hazard(500 + n));
    for (const each of hazards) await world.dispatch(each);
    const dispatched = await Promise.all(hazards.map((each) => world.ofTrack(each.hazardNo, 'territorial')));
    const replies = await Promise.all(
      dispatched.map(({ handoverId }) => city.post(`/handovers/${handoverId}/acknowledge`, takenOn)),
    );
    expect(replies.map(({ status }) => status)).toEqual(hazards.map(() => 200));
  });

  it('is acknowledged by the addressee and by nobody else', async () => {
    await world.dispatch(hazard(3));
    const { handoverId } = await world.ofTrack(hazard(3).hazardNo, 'industry');
    const wrong = await office.post<Problem>(`/handovers/${handoverId}/acknowledge`, takenOn);
    expect([wrong.status, wrong.body.code]).toEqual([403, 'auth.notAllowed']);
    const right = await department.post<HandoverReply>(`/handovers/${handoverId}/acknowledge`, {
      ...takenOn,
      opinion: '立即停止供气，责令限期整改',
    });
    expect(right.body).toMatchObject({
      ...{ status: 'acknowledged', answer: 'acknowledged', late: false, version: 2, reported: false },
      documentNo: `${hazard(3).hazardNo}-H1`,
      receipt: {
        ...{ person: 'housing-handler', orgCode: 'SX-HOUSING', role: 'handler' },
        at: right.body.answeredAt,
      },
      responsible: takenOn,
      opinion: '立即停止供气，责令限期整改',
    });
    const again = await department.post<Problem>(`/handovers/${handoverId}/acknowledge`, takenOn);
    expect([again.status, again.body.code]).toEqual([409, 'handover.alreadyAnswered']);
  });

  it('is hidden from another city', async () => {
    await world.dispatch(hazard(4));
    const { handoverId } = await world.ofTrack(hazard(4).hazardNo, 'territorial');
    const datong = world.service.as({
      office: { orgCode: 'DT', level: 'city', campaignOffice: false },
      scope: { cities: ['140200'] },
    });
    const reply = await datong.post<Problem>(`/handovers/${handoverId}/acknowledge`, takenOn);
    expect([reply.status, reply.body.code]).toEqual([404, 'handover.notFound']);
  });

  it('is transferred by its addressee: closed here, opened there under a clock of its own', async () => {
    await world.dispatch(hazard(6));
    const { hazardNo } = hazard(6);
    const { handoverId } = await world.ofTrack(hazardNo, 'industry');
    const successor = await department.post<HandoverReply>(`/handovers/${handoverId}/transfer`, {
      toOrgCode: 'SX-COMMERCE',
      reason: '属商务部门职责',
    });
    expect(successor.body).toMatchObject({
      orgCode: 'SX-COMMERCE',
      track: 'industry',
      status: 'dispatched',
      predecessorId: handoverId,
      late: false,
      dueAt: '2023-10-10T10:00:00.000Z',
    });
    const before = (await world.handoversOf(hazardNo)).find((one) => one.handoverId === handoverId);
    expect(before).toMatchObject({ status: 'transferred', late: false, reason: '属商务部门职责' });
    expect(await world.clock(hazardNo, 'acknowledge', handoverId)).toMatchObject({ state: 'met' });
    expect(await world.clock(hazardNo, 'acknowledge', successor.body.handoverId)).toMatchObject({
      state: 'open',
      waitsFor: { orgCode: 'SX-COMMERCE' },
    });
  });

  it.each([
    ['to an organisation of the other track', 'TY', 'handover.wrongTarget'],
    ['to the organisation that has it', 'SX-HOUSING', 'handover.wrongTarget'],
    ['to an organisation nobody knows', 'X', 'organisation.unknown'],
  ])('is not transferred %s', async (_, toOrgCode, code) => {
    await world.dispatch(hazard(9));
    const { handoverId } = await world.ofTrack(hazard(9).hazardNo, 'industry');
    const refused = await department.post<Problem>(`/handovers/${handoverId}/transfer`, {
      toOrgCode,
      reason: '错误',
    });
    expect([refused.status, refused.body.code]).toEqual([422, code]);
    expect(await world.ofTrack(hazard(9).hazardNo, 'industry')).toMatchObject({ handoverId, version: 1 });
  });

  it('counts an answer after the due as late', async () => {
    await world.dispatch(hazard(7));
    const { handoverId } = await world.ofTrack(hazard(7).hazardNo, 'territorial');
    world.service.clock.advanceTo('2023-10-10T10:00:00.000Z');
    const reply = await city.post<HandoverReply>(`/handovers/${handoverId}/acknowledge`, takenOn);
    expect(reply.body).toMatchObject({ status: 'acknowledged', late: true });
  });

  it('is listed by whether its answer is overdue', async () => {
    await world.dispatch(hazard(10));
    const { hazardNo } = hazard(10);
    const listed = async (overdue: boolean) => {
      const path = `/handovers?hazardNo=${hazardNo}&overdue=${overdue}`;
      return (await office.get<{ items: HandoverReply[] }>(path)).body.items.map(({ track }) => track).sort();
    };
    expect([await listed(true), await listed(false)]).toEqual([[], ['industry', 'territorial']]);
    const { handoverId } = await world.ofTrack(hazardNo, 'territorial');
    await city.post(`/handovers/${handoverId}/acknowledge`, takenOn);
    world.service.clock.advanceTo('2023-10-12T10:00:00.000Z');
    expect([await listed(true), await listed(false)]).toEqual([['industry'], ['territorial']]);
  });
});

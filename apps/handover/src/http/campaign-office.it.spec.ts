import type { HandoverReply, UnroutedReply } from '@bihuan/contracts';
import type { ServiceAgent } from '@bihuan/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  callers,
  hazard,
  type HandoverWorld,
  notOurs,
  type Problem,
  startHandover,
} from './handover-world.fixture.ts';

interface WaitingPage {
  readonly items: UnroutedReply[];
  readonly next: string | null;
}

describe('what the campaign office decides', () => {
  let world: HandoverWorld;
  let office: ServiceAgent;
  let city: ServiceAgent;

  /** Both tracks wait: the place and the lead department are unknown. */
  const lost = (serial: number) => hazard(serial, { fieldCode: 'orphan', placeCode: '149999' });
  const waitingOf = async (hazardNo: string, filter = ''): Promise<UnroutedReply[]> =>
    (await office.get<WaitingPage>(`/handovers/unrouted?hazardNo=${hazardNo}${filter}`)).body.items;
  const refusedOf = async (serial: number): Promise<string> => {
    await world.dispatch(hazard(serial));
    const { handoverId } = await world.ofTrack(hazard(serial).hazardNo, 'territorial');
    await city.post(`/handovers/${handoverId}/refuse`, notOurs);
    return handoverId;
  };

  beforeAll(async () => {
    world = await startHandover();
    office = world.service.as();
    city = world.service.as(callers.city);
  }, 60_000);

  afterAll(() => world.service.close());

  it('insists upon a refused handover, under a clock of its own', async () => {
    const { hazardNo } = hazard(1);
    const handoverId = await refusedOf(1);
    expect(await world.clock(hazardNo, 'refusalDecision')).toMatchObject({ state: 'open' });
    const insisted = await office.post<HandoverReply>(`/handovers/${handoverId}/insist`, {
      reason: '辖区无误',
    });
    expect(insisted.body.status).toBe('insisted');
    expect(await world.clock(hazardNo, 'refusalDecision')).toMatchObject({ state: 'met' });
  });

  it('redirects a refused handover; that it decides late is not the addressee’s lateness', async () => {
    const { hazardNo } = hazard(2);
    const handoverId = await refusedOf(2);
    world.service.clock.advanceTo('2023-10-10T10:00:00.000Z');
    const successor = await office.post<HandoverReply>(`/handovers/${handoverId}/redirect`, {
      toOrgCode: 'DT',
      reason: '地点在大同',
    });
    expect(successor.body).toMatchObject({ orgCode: 'DT', status: 'dispatched', predecessorId: handoverId });
    const before = (await world.handoversOf(hazardNo)).find((one) => one.handoverId === handoverId);
    expect(before).toMatchObject({
      ...{ status: 'redirected', answer: 'refused', late: false },
      ...notOurs,
      decisionReason: '地点在大同',
    });
    expect(await world.clock(hazardNo, 'refusalDecision')).toMatchObject({ state: 'met' });
    expect(await world.clock(hazardNo, 'acknowledge', successor.body.handoverId)).toMatchObject({
      state: 'open',
      waitsFor: { orgCode: 'DT' },
    });
  });

  it('is not decided by the operators who sit in it', async () => {
    const operations = world.service.as(callers.operations);
    const handoverId = await refusedOf(3);
    await world.dispatch(lost(4));
    const [waiting] = await waitingOf(lost(4).hazardNo);
    const target = { toOrgCode: 'DT', reason: '越权' };
    const answers = [
      await operations.post<Problem>(`/handovers/${handoverId}/insist`, { reason: '越权' }),
      await operations.post<Problem>(`/handovers/${handoverId}/redirect`, target),
      await operations.post<Problem>(`/handovers/unrouted/${waiting?.id}/route`, target),
      await operations.get<Problem>('/handovers/unrouted'),
      await city.get<Problem>('/handovers/unrouted'),
    ];
    for (const { status, body } of answers) expect([status, body.code]).toEqual([403, 'auth.notAllowed']);
  });

  it('names an organisation for a track without a route, which ends the handOver clock', async () => {
    const orphan = hazard(5, { fieldCode: 'orphan' });
    expect(await world.dispatch(orphan)).toEqual({ dispatched: 1, unrouted: 1 });
    const [waiting] = await waitingOf(orphan.hazardNo);
    expect(await world.clock(orphan.hazardNo, 'handOver')).toMatchObject({ state: 'open' });
    const target = { toOrgCode: 'SX-HOUSING', reason: '指定牵头部门' };
    const routed = await office.post<HandoverReply>(`/handovers/unrouted/${waiting?.id}/route`, target);
    expect(routed.body).toMatchObject({ orgCode: 'SX-HOUSING', track: 'industry', status: 'dispatched' });
    expect(await world.clock(orphan.hazardNo, 'handOver')).toMatchObject({ state: 'met' });
  });

  it('ends the handOver clock also where both tracks are routed at once', async () => {
    const serials = [11, 12, 13, 14, 15, 16];
    const routes = serials.map(async (serial) => {
      await world.dispatch(lost(serial));
      const waiting = await waitingOf(lost(serial).hazardNo);
      await Promise.all(
        waiting.map(({ id, track }) =>
          office.post(`/handovers/unrouted/${id}/route`, {
            toOrgCode: track === 'industry' ? 'SX-HOUSING' : 'TY',
            reason: '指定',
          }),
        ),
      );
      return (await world.clock(lost(serial).hazardNo, 'handOver'))?.state;
    });
    expect(await Promise.all(routes)).toEqual(serials.map(() => 'met'));
  });

  it('reads its list by hazard and track, page by page, and why in the reader’s language', async () => {
    const { hazardNo } = lost(21);
    await world.dispatch(lost(21));
    expect((await waitingOf(hazardNo)).map(({ track }) => track).sort()).toEqual(['industry', 'territorial']);
    expect(await waitingOf(hazardNo, '&track=industry')).toMatchObject([
      { hazardNo, track: 'industry', why: expect.stringContaining('lead department') },
    ]);
    const first = (await office.get<WaitingPage>(`/handovers/unrouted?hazardNo=${hazardNo}&limit=1`)).body;
    expect(first.items).toHaveLength(1);
    const second = await waitingOf(hazardNo, `&limit=1&after=${first.next}`);
    expect(second).toHaveLength(1);
    expect(second[0]?.id).not.toBe(first.items[0]?.id);
    expect((await office.get<Problem>('/handovers/unrouted?status=refused')).status).toBe(400);
  });

  it('has as long to hand over as the policy gave when the hazard was registered', async () => {
    // The business day is 10 October by now, when the campaign gives five days.
    const registered = hazard(31, { campaignCode: 'SX2023B' });
    await world.dispatch(registered);
    expect(await world.clock(registered.hazardNo, 'handOver')).toMatchObject({
      due: '2023-10-10T10:00:00.000Z',
    });
  });
});

import type { HandoverDetail, HandoverReply } from '@bihuan/contracts';
import { hazardCorrected } from '@bihuan/testing/facts';
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

const to = (toOrgCode: string) => ({ toOrgCode, reason: '由所在县区办理' });

describe('a territorial handover that its city passes on to a county', () => {
  let world: HandoverWorld;
  let [office, city, xiaodian, yingze]: ServiceAgent[] = [];
  beforeAll(async () => {
    world = await startHandover();
    office = world.service.as();
    city = world.service.as(callers.city);
    xiaodian = world.service.as(callers.xiaodian);
    yingze = world.service.as(callers.yingze);
  }, 60_000);
  afterAll(() => world.service.close());

  let serial = 900;
  async function handedOver(): Promise<HandoverReply> {
    const of = hazard((serial += 1));
    await world.dispatch(of);
    return world.ofTrack(of.hazardNo, 'territorial');
  }
  const post = <T = HandoverReply>(by: ServiceAgent | undefined, id: string, what: string, body: object) =>
    by!.post<T>(`/handovers/${id}/${what}`, body);
  async function passedOn(toOrgCode = 'XD'): Promise<HandoverReply> {
    const { handoverId } = await handedOver();
    const { body, status } = await post(city, handoverId, 'transfer', to(toOrgCode));
    expect(status).toBe(200);
    return body;
  }
  const refusal = async (by: ServiceAgent | undefined, id: string, what: string, body: object) => {
    const { status, body: problem } = await post<Problem>(by, id, what, body);
    return [status, problem.code];
  };
  const listed = async (by: ServiceAgent | undefined, list: string, hazardNo: string) =>
    (
      await by!.get<{ items: HandoverReply[] }>(`/handovers?list=${list}&hazardNo=${hazardNo}`)
    ).body.items.map(({ orgCode }) => orgCode);

  it('waits for the county under a clock of its own, on the list of what is not acknowledged', async () => {
    const { handoverId, hazardNo, ...successor } = await passedOn();
    expect(successor).toMatchObject({
      ...{ orgCode: 'XD', orgName: '太原市小店区人民政府', status: 'dispatched' },
      ...{ documentNo: `${hazardNo}-T2`, dueAt: '2023-10-10T10:00:00.000Z' },
    });
    expect(await world.clock(hazardNo, 'acknowledge', handoverId)).toMatchObject({
      state: 'open',
      waitsFor: { orgCode: 'XD' },
    });
    expect(await listed(xiaodian, 'unacknowledged', hazardNo)).toContain('XD');
    expect(await listed(city, 'unacknowledged', hazardNo)).toContain('XD');
    expect((await xiaodian!.get<{ clocks: unknown[] }>(`/hazards/${hazardNo}/clocks`)).status).toBe(200);
  });

  it('is acknowledged by the county, and settles the track; the city keeps its link of the chain', async () => {
    const { handoverId, hazardNo } = await passedOn();
    expect(await refusal(city, handoverId, 'acknowledge', takenOn)).toEqual([403, 'auth.notAllowed']);
    const { body: answered } = await post(xiaodian, handoverId, 'acknowledge', takenOn);
    expect(answered).toMatchObject({
      status: 'acknowledged',
      receipt: { person: 'xd-handler', orgCode: 'XD' },
    });
    expect(await listed(xiaodian, 'noFeedback', hazardNo)).toEqual(['XD']);
    const { body } = await xiaodian!.get<HandoverDetail>(`/handovers/${handoverId}`);
    expect(body.chain).toMatchObject([
      { orgCode: 'TY', status: 'transferred', answer: 'transferred', reason: to('XD').reason },
      { orgCode: 'XD', status: 'acknowledged', answer: 'acknowledged' },
    ]);
  });

  it('is seen by a county in whose place the hazard does not lie', async () => {
    const { handoverId } = await passedOn('YZ');
    expect((await post(yingze, handoverId, 'acknowledge', takenOn)).status).toBe(200);
    const other = await passedOn('XD');
    expect(await refusal(yingze, other.handoverId, 'acknowledge', takenOn)).toEqual([
      404,
      'handover.notFound',
    ]);
  });

  it('goes on to the next county, and neither back to who passed it on nor to a county of another city', async () => {
    const { handoverId } = await passedOn();
    expect(await refusal(xiaodian, handoverId, 'transfer', to('YG'))).toEqual([422, 'handover.wrongTarget']);
    const { body: next } = await post(xiaodian, handoverId, 'transfer', to('YZ'));
    expect(next).toMatchObject({ orgCode: 'YZ', documentNo: `${next.hazardNo}-T3` });
    for (const before of ['TY', 'XD'])
      expect(await refusal(yingze, next.handoverId, 'transfer', to(before))).toEqual([
        409,
        'handover.passedOnBefore',
      ]);
  });

  it.each(['YG', 'SX-HOUSING'])('is not passed on by its city to %s', async (target) => {
    const { handoverId } = await handedOver();
    expect(await refusal(city, handoverId, 'transfer', to(target))).toEqual([422, 'handover.wrongTarget']);
  });

  it('is refused by the county: the office decides, between cities alone', async () => {
    const { handoverId } = await passedOn();
    await post(xiaodian, handoverId, 'refuse', notOurs);
    expect(await refusal(office, handoverId, 'redirect', to('YZ'))).toEqual([422, 'handover.wrongTarget']);
    const { body } = await post(office, handoverId, 'redirect', to('TY'));
    expect(body).toMatchObject({ orgCode: 'TY', status: 'dispatched' });
  });

  it('goes back to the city where the hazard is corrected to another county', async () => {
    const { hazardNo } = await passedOn();
    const place = {
      code: '140106',
      nameZh: '迎泽区',
      cityCode: '140100',
      cityNameZh: '太原市',
      address: '某路1号',
    };
    await world.hear(hazardCorrected(hazardNo, 1, { place }));
    expect(await world.ofTrack(hazardNo, 'territorial')).toMatchObject({
      orgCode: 'TY',
      documentNo: `${hazardNo}-T3`,
      placeCode: '140106',
    });
  });
});

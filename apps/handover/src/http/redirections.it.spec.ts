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

const toDatong = { toOrgCode: 'DT', reason: '地点在界线另一侧' };
const toTaiyuan = { toOrgCode: 'TY', reason: '经现场核实属太原' };

describe('a handover that went to the wrong place', () => {
  let world: HandoverWorld;
  let [office, city, datong, governor]: ServiceAgent[] = [];
  beforeAll(async () => {
    world = await startHandover();
    office = world.service.as();
    city = world.service.as(callers.city);
    datong = world.service.as(callers.datong);
    governor = world.service.as(callers.governor);
  }, 60_000);
  afterAll(() => world.service.close());

  let serial = 800;
  /** The territorial handover of a new hazard of Taiyuan. */
  async function handedOver(): Promise<HandoverReply> {
    const of = hazard((serial += 1));
    await world.dispatch(of);
    return world.ofTrack(of.hazardNo, 'territorial');
  }
  const post = async <T = HandoverReply>(
    by: ServiceAgent | undefined,
    id: string,
    what: string,
    body: object,
  ) => {
    const reply = await by!.post<T>(`/handovers/${id}/${what}`, body);
    return reply;
  };
  const refusal = async (by: ServiceAgent | undefined, id: string, what: string, body: object) => {
    const { status, body: problem } = await post<Problem>(by, id, what, body);
    return [status, problem.code];
  };
  /** Refused by Taiyuan, redirected to Datong, refused there as well. */
  async function refusedTwice(): Promise<{ first: HandoverReply; second: HandoverReply }> {
    const first = await handedOver();
    await post(city, first.handoverId, 'refuse', notOurs);
    const { body } = await post(office, first.handoverId, 'redirect', toDatong);
    const { body: second } = await post(datong, body.handoverId, 'refuse', notOurs);
    return { first, second };
  }

  it('is redirected by the office before it is answered; its clock is cancelled and stays to be seen', async () => {
    const { handoverId, hazardNo } = await handedOver();
    const { body: successor } = await post(office, handoverId, 'redirect', toDatong);
    expect(successor).toMatchObject({
      ...{ orgCode: 'DT', status: 'dispatched', predecessorId: handoverId, documentNo: `${hazardNo}-T2` },
      dueAt: '2023-10-10T10:00:00.000Z',
    });
    expect(await world.clock(hazardNo, 'acknowledge', handoverId)).toMatchObject({ state: 'cancelled' });
    const { body } = await office!.get<HandoverDetail>(`/handovers/${successor.handoverId}`);
    expect(body.chain).toEqual([
      expect.objectContaining({
        ...{ handoverId, documentNo: `${hazardNo}-T1`, orgCode: 'TY', status: 'redirected' },
        ...{ answer: null, answeredAt: null, reason: null, decisionReason: toDatong.reason },
      }),
      expect.objectContaining({ handoverId: successor.handoverId, orgName: '大同市人民政府' }),
    ]);
    expect(JSON.stringify(body.chain)).not.toContain('phone');
  });

  it('tells everybody that it was not settled, by whom it was refused and why', async () => {
    const { handoverId, hazardNo } = await handedOver();
    await post(city, handoverId, 'refuse', notOurs);
    await post(office, handoverId, 'redirect', toDatong);
    const told = await world.rows(
      `SELECT type, envelope->'data' AS data, envelope->'actor' AS actor FROM outbox
       WHERE key = $1 AND type IN ('handover.refused', 'handover.redirected') ORDER BY seq`,
      [hazardNo],
    );
    expect(told).toMatchObject([
      {
        type: 'handover.refused',
        data: { ...notOurs, raised: false, documentNo: `${hazardNo}-T1` },
        actor: { person: 'ty-handler', orgCode: 'TY' },
      },
      { type: 'handover.redirected', data: { settled: false, reason: toDatong.reason } },
    ]);
    expect(await world.clock(hazardNo, 'refusalDecision', handoverId)).toMatchObject({ state: 'met' });
  });

  it('keeps telephone numbers out of facts and trail', async () => {
    const { handoverId, hazardNo } = await handedOver();
    const { body } = await post(city, handoverId, 'acknowledge', takenOn);
    expect(body.responsible).toEqual(takenOn);
    const kept = await world.rows(
      `SELECT envelope::text AS kept FROM outbox WHERE key = $1
       UNION ALL SELECT after::text FROM audit_entry WHERE subject = $1`,
      [hazardNo],
    );
    expect(kept.length).toBeGreaterThan(3);
    for (const row of kept) expect(row['kept']).not.toContain(takenOn.responsiblePerson.phone);
  });

  it.each([
    ['transferred by the office', 'transfer', toDatong, () => office, [403, 'auth.notAllowed']],
    ['redirected by its addressee', 'redirect', toDatong, () => city, [403, 'auth.notAllowed']],
    [
      'redirected by a governor unless raised',
      'redirect',
      toDatong,
      () => governor,
      [403, 'auth.notAllowed'],
    ],
    ['answered for another organisation', 'acknowledge', takenOn, () => datong, [404, 'handover.notFound']],
    ['refused for another organisation', 'refuse', notOurs, () => governor, [403, 'auth.notAllowed']],
    ['insisted upon unrefused', 'insist', { reason: '坚持' }, () => office, [409, 'handover.notRefused']],
    ['redirected to who has it', 'redirect', toTaiyuan, () => office, [422, 'handover.wrongTarget']],
    [
      'redirected to an organisation of the other track',
      'redirect',
      { toOrgCode: 'SX-HOUSING', reason: '错误' },
      () => office,
      [422, 'handover.wrongTarget'],
    ],
    [
      'redirected to an organisation nobody knows',
      'redirect',
      { toOrgCode: 'X', reason: '错误' },
      () => office,
      [422, 'organisation.unknown'],
    ],
    ['acknowledged by nobody in particular', 'acknowledge', {}, () => city, [400, 'request.invalid']],
    ['refused without a code', 'refuse', { reason: '不属本市' }, () => city, [400, 'request.invalid']],
    [
      'refused with a code nobody knows',
      'refuse',
      { ...notOurs, reasonCode: 'noTime' },
      () => city,
      [400, 'request.invalid'],
    ],
  ] as const)('is not %s', async (_, what, body, by, expected) => {
    const { handoverId, hazardNo } = await handedOver();
    expect(await refusal(by(), handoverId, what, body)).toEqual(expected);
    expect(await world.ofTrack(hazardNo, 'territorial')).toMatchObject({
      handoverId,
      version: 1,
      answer: null,
    });
  });

  it('is not redirected once taken on', async () => {
    const { handoverId } = await handedOver();
    await post(city, handoverId, 'acknowledge', takenOn);
    expect(await refusal(office, handoverId, 'redirect', toDatong)).toEqual([
      409,
      'handover.alreadyAnswered',
    ]);
  });

  it('has one successor where the office redirects it twice at the same moment', async () => {
    const { handoverId, hazardNo } = await handedOver();
    const both = await Promise.all([
      post(office, handoverId, 'redirect', toDatong),
      post(office, handoverId, 'redirect', toDatong),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await world.handoversOf(hazardNo)).toHaveLength(3);
  });

  it('refused twice in a row waits for the level above the office', async () => {
    const { second } = await refusedTwice();
    expect(second).toMatchObject({ status: 'refused', raised: true, ...notOurs });
    const clock = await world.clock(second.hazardNo, 'refusalDecision', second.handoverId);
    expect(clock).toMatchObject({ state: 'open', waitsFor: { orgCode: 'SX' } });
    expect(second.dueAt).toBe(clock?.due);
    for (const [what, body] of [
      ['redirect', toTaiyuan],
      ['insist', { reason: '坚持' }],
    ] as const) {
      expect(await refusal(office, second.handoverId, what, body)).toEqual([403, 'handover.raised']);
      expect(await refusal(datong, second.handoverId, what, body)).toEqual([403, 'auth.notAllowed']);
    }
  });

  it('once raised is decided by a governor, who may insist', async () => {
    const { second } = await refusedTwice();
    const { body } = await post(governor, second.handoverId, 'insist', { reason: '省政府裁定由大同负责' });
    expect(body).toMatchObject({ status: 'insisted', raised: true, decisionReason: '省政府裁定由大同负责' });
    const clock = await world.clock(second.hazardNo, 'refusalDecision', second.handoverId);
    expect(clock).toMatchObject({ state: 'met' });
  });

  it('once raised is redirected by the vice-governor of its field; refused again it is raised again', async () => {
    const { first, second } = await refusedTwice();
    const vice = world.service.as(callers.viceGovernor);
    const { body: third } = await post(vice, second.handoverId, 'redirect', toTaiyuan);
    expect(third).toMatchObject({ orgCode: 'TY', raised: false, documentNo: `${first.hazardNo}-T3` });
    const { body: again } = await post(city, third.handoverId, 'refuse', notOurs);
    expect(again).toMatchObject({ raised: true });
    const { body } = await office!.get<HandoverDetail>(`/handovers/${first.handoverId}`);
    expect(body.chain.map(({ orgCode, status, raised }) => [orgCode, status, raised])).toEqual([
      ['TY', 'redirected', false],
      ['DT', 'redirected', true],
      ['TY', 'refused', true],
    ]);
  });

  it('passed on between two refusals is raised: nobody has had it', async () => {
    const { handoverId, hazardNo } = await handedOver();
    await post(city, handoverId, 'refuse', notOurs);
    const { body: second } = await post(office, handoverId, 'redirect', toDatong);
    const { body: third } = await post(datong, second.handoverId, 'transfer', toTaiyuan);
    expect(third.documentNo).toBe(`${hazardNo}-T3`);
    expect((await post(city, third.handoverId, 'refuse', notOurs)).body).toMatchObject({ raised: true });
  });

  it('taken on between two refusals is the office’s to decide', async () => {
    const { handoverId, hazardNo } = await handedOver();
    await post(city, handoverId, 'refuse', notOurs);
    const { body: second } = await post(office, handoverId, 'redirect', toDatong);
    await post(datong, second.handoverId, 'acknowledge', takenOn);
    const datongPlace = {
      code: '140212',
      nameZh: '新荣区',
      cityCode: '140200',
      cityNameZh: '大同市',
      address: '某路1号',
    };
    await world.hear(hazardCorrected(hazardNo, 1, { place: datongPlace }), hazardCorrected(hazardNo, 2, {}));
    const third = await world.ofTrack(hazardNo, 'territorial');
    expect(third).toMatchObject({ orgCode: 'TY', predecessorId: second.handoverId });
    const { body } = await post(city, third.handoverId, 'refuse', notOurs);
    expect(body).toMatchObject({ status: 'refused', raised: false });
  });

  it('is not shown to who may not see it', async () => {
    const { handoverId } = await handedOver();
    const hidden = await datong!.get<Problem>(`/handovers/${handoverId}`);
    expect([hidden.status, hidden.body.code]).toEqual([404, 'handover.notFound']);
  });
});

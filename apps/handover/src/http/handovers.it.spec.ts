import type { ClockReply, HandoverReply } from '@bihuan/contracts';
import { assertNoDrift } from '@bihuan/platform/persistence';
import { UnitOfWork } from '@bihuan/platform/commands';
import { serviceActor } from '@bihuan/platform/commands';
import { ReferenceBook } from '@bihuan/platform/reference';
import { publishReference, referenceItem, smallProvince } from '@bihuan/testing/reference';
import { type ServiceAgent, startTestService, type TestService } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module.ts';
import { DispatchHandovers } from '../domain/dispatch-handovers.ts';

interface Problem {
  readonly code: string;
}

const registeredAt = '2023-10-09T01:00:00.000Z';
const hazard = (serial: number, fieldCode = 'gas') => ({
  hazardNo: `SX2023-140105-GAS-202310-${String(serial).padStart(5, '0')}0`,
  campaignCode: 'SX2023',
  placeCode: '140105',
  cityCode: '140100',
  fieldCode,
  registeredAt,
});

describe('the two handovers', () => {
  let service: TestService;
  let office: ServiceAgent;
  let city: ServiceAgent;
  let department: ServiceAgent;

  const dispatch = (of: ReturnType<typeof hazard>) =>
    service.app
      .get(UnitOfWork)
      .run({ actor: serviceActor('test'), correlationId: of.hazardNo }, (work) =>
        service.app.get(DispatchHandovers).execute(work, of),
      );
  const handoversOf = async (hazardNo: string): Promise<HandoverReply[]> => {
    const { body } = await office.get<{ items: HandoverReply[] }>(`/handovers?hazardNo=${hazardNo}`);
    return body.items;
  };
  const ofTrack = async (hazardNo: string, track: string): Promise<HandoverReply> => {
    const found = (await handoversOf(hazardNo)).find(
      (handover) => handover.track === track && handover.status === 'dispatched',
    );
    if (!found) throw new Error(`no open ${track} handover of ${hazardNo}`);
    return found;
  };
  const clocksOf = async (hazardNo: string): Promise<ClockReply[]> => {
    const { body } = await office.get<{ clocks: ClockReply[] }>(`/hazards/${hazardNo}/clocks`);
    return body.clocks;
  };

  beforeAll(async () => {
    service = await startTestService(AppModule, { service: 'handover' });
    const orphan = { leadOrg: 'GONE', coOrgs: [], viceGovernor: 'vice-governor', newForm: true };
    await publishReference(service.topics, [
      ...smallProvince(),
      referenceItem('field', 'orphan', {
        code: 'orphan',
        letters: 'ORP',
        nameZh: '无主',
        nameEn: 'Orphan',
        ...orphan,
      }),
    ]);
    const book = service.app.get(ReferenceBook);
    await eventually(() => book.ready(), Boolean);
    office = service.as();
    city = service.as({
      person: 'ty-handler',
      office: { orgCode: 'TY', level: 'city', campaignOffice: false },
      scope: { cities: ['140100'] },
    });
    department = service.as({
      person: 'housing-handler',
      office: { orgCode: 'SX-HOUSING', level: 'provincialDepartment', campaignOffice: false },
      scope: { fields: ['gas'] },
    });
  }, 60_000);

  afterAll(() => service.close());

  it('keeps tables and entities the same', () => assertNoDrift(service.app.get(DataSource)));

  it('dispatches one to the city government and one to the leading department, once', async () => {
    expect(await dispatch(hazard(1))).toEqual({ dispatched: 2, unrouted: 0 });
    expect(await dispatch(hazard(1))).toEqual({ dispatched: 2, unrouted: 0 });
    const handovers = await handoversOf(hazard(1).hazardNo);
    expect(handovers.map(({ track, orgCode, status }) => [track, orgCode, status]).sort()).toEqual([
      ['industry', 'SX-HOUSING', 'dispatched'],
      ['territorial', 'TY', 'dispatched'],
    ]);
  });

  it('gives each its own clock of one working day, and ends the handOver clock', async () => {
    const clocks = await clocksOf(hazard(1).hazardNo);
    expect(clocks.map(({ kind, state, due }) => [kind, state, due]).sort()).toEqual([
      ['acknowledge', 'open', '2023-10-10T10:00:00.000Z'],
      ['acknowledge', 'open', '2023-10-10T10:00:00.000Z'],
      ['handOver', 'met', '2023-10-10T10:00:00.000Z'],
    ]);
    expect(clocks[0]?.explanation).toContain('2023-10-10');
  });

  it('dispatches once however often it is asked at the same time', async () => {
    await Promise.all(Array.from({ length: 8 }, () => dispatch(hazard(2))));
    expect(await handoversOf(hazard(2).hazardNo)).toHaveLength(2);
  });

  it('is acknowledged by the addressee and by nobody else', async () => {
    await dispatch(hazard(3));
    const { handoverId } = await ofTrack(hazard(3).hazardNo, 'industry');
    const wrong = await office.post<Problem>(`/handovers/${handoverId}/acknowledge`, {});
    expect([wrong.status, wrong.body.code]).toEqual([403, 'auth.notAllowed']);
    const right = await department.post<HandoverReply>(`/handovers/${handoverId}/acknowledge`, {
      note: '已安排专人',
    });
    expect(right.body).toMatchObject({ status: 'acknowledged', late: false, version: 2 });
    const again = await department.post<Problem>(`/handovers/${handoverId}/acknowledge`, {});
    expect([again.status, again.body.code]).toEqual([409, 'handover.alreadyAnswered']);
  });

  it('is hidden from another city', async () => {
    await dispatch(hazard(4));
    const { handoverId } = await ofTrack(hazard(4).hazardNo, 'territorial');
    const datong = service.as({
      office: { orgCode: 'DT', level: 'city', campaignOffice: false },
      scope: { cities: ['140200'] },
    });
    const reply = await datong.post<Problem>(`/handovers/${handoverId}/acknowledge`, {});
    expect([reply.status, reply.body.code]).toEqual([404, 'handover.notFound']);
  });

  it('is refused with reason, then insisted upon by the office under a clock of its own', async () => {
    await dispatch(hazard(5));
    const { hazardNo } = hazard(5);
    const { handoverId } = await ofTrack(hazardNo, 'territorial');
    await city.post(`/handovers/${handoverId}/refuse`, { reason: '不在本市辖区' });
    expect((await clocksOf(hazardNo)).find(({ kind }) => kind === 'refusalDecision')).toMatchObject({
      state: 'open',
    });
    const insisted = await office.post<HandoverReply>(`/handovers/${handoverId}/insist`, {
      reason: '辖区无误',
    });
    expect(insisted.body.status).toBe('insisted');
    expect((await clocksOf(hazardNo)).find(({ kind }) => kind === 'refusalDecision')).toMatchObject({
      state: 'met',
    });
  });

  it('is transferred: closed here, opened there with a new clock', async () => {
    await dispatch(hazard(6));
    const { hazardNo } = hazard(6);
    const { handoverId } = await ofTrack(hazardNo, 'industry');
    const wrong = await department.post<Problem>(`/handovers/${handoverId}/transfer`, {
      toOrgCode: 'TY',
      reason: '错误',
    });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'handover.wrongTarget']);
    expect((await ofTrack(hazardNo, 'industry')).handoverId).toBe(handoverId);
    const nobody = await department.post<Problem>(`/handovers/${handoverId}/transfer`, {
      toOrgCode: 'X',
      reason: '错误',
    });
    expect([nobody.status, nobody.body.code]).toEqual([422, 'organisation.unknown']);
  });

  it('counts an answer after the due as late', async () => {
    await dispatch(hazard(7));
    const { handoverId } = await ofTrack(hazard(7).hazardNo, 'territorial');
    service.clock.advanceTo('2023-10-10T10:00:00.000Z');
    const reply = await city.post<HandoverReply>(`/handovers/${handoverId}/acknowledge`, {});
    expect(reply.body).toMatchObject({ status: 'acknowledged', late: true });
  });

  it('puts a track without a route onto the campaign office’s list, under the handOver clock', async () => {
    const orphan = hazard(8, 'orphan');
    expect(await dispatch(orphan)).toEqual({ dispatched: 1, unrouted: 1 });
    const { body } = await office.get<{ items: { id: string; hazardNo: string }[] }>('/handovers/unrouted');
    const waiting = body.items.find(({ hazardNo }) => hazardNo === orphan.hazardNo);
    expect((await clocksOf(orphan.hazardNo)).find(({ kind }) => kind === 'handOver')).toMatchObject({
      state: 'open',
    });
    const forbidden = await city.get<Problem>('/handovers/unrouted');
    expect(forbidden.status).toBe(403);

    const target = { toOrgCode: 'SX-HOUSING', reason: '指定牵头部门' };
    const routed = await office.post<HandoverReply>(`/handovers/unrouted/${waiting?.id}/route`, target);
    expect(routed.body).toMatchObject({ orgCode: 'SX-HOUSING', track: 'industry', status: 'dispatched' });
    expect((await clocksOf(orphan.hazardNo)).find(({ kind }) => kind === 'handOver')).toMatchObject({
      state: 'met',
    });
  });
});

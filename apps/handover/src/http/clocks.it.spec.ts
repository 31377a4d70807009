import { randomUUID } from 'node:crypto';
import type { ClockReply, OwnerApplied, OwnerPreview, OwnerRecall } from '@bihuan/contracts';
import { ReferenceBook } from '@bihuan/platform/reference';
import { publishReference, referenceItem } from '@bihuan/testing/reference';
import type { ServiceAgent } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  callers,
  hazard,
  type HandoverWorld,
  type Problem,
  startHandover,
} from './handover-world.fixture.ts';

const calendar = { cause: { kind: 'calendar' } };
const order = { reasonCode: 'courtOrder', reason: '法院裁定停止执行', orderNo: '（2023）晋01行保1号' };

describe('clocks over HTTP', () => {
  let world: HandoverWorld;
  let leader: ServiceAgent;
  let handler: ServiceAgent;

  beforeAll(async () => {
    world = await startHandover();
    handler = world.service.as();
    leader = world.service.as({ person: 'office.leader', office: { role: 'leader' } });
    await world.dispatch(hazard(1));
  }, 60_000);
  afterAll(() => world.service.close());

  const territorial = async (): Promise<ClockReply> => {
    const clock = (await world.clocksOf(hazard(1).hazardNo)).find(
      ({ kind, waitsFor }) => kind === 'acknowledge' && waitsFor.orgCode === 'TY',
    );
    if (!clock) throw new Error('no clock of the territorial handover');
    return clock;
  };

  it('tell why until then: start fact, basis, every day, and what lies ahead', async () => {
    expect(await territorial()).toMatchObject({
      ...{ kind: 'acknowledge', due: '2023-10-10T10:00:00.000Z', period: { workingDays: 1 } },
      ...{ startsWith: ['handoverDispatched'], endsWith: ['handoverAnswered'] },
      ...{ policyVersion: 1, calendarVersion: 1, provisional: false, dueByToday: null, pausedAt: null },
      basis: { origin: 'default' },
      explanation: expect.stringContaining('1 working day from 2023-10-09'),
      days: [
        { date: '2023-10-09', counted: false, reason: 'startDay', why: 'the start day does not count' },
        { date: '2023-10-10', counted: true, reason: 'workingDay', why: 'working day' },
      ],
      changes: [],
      rungsAhead: [
        { rung: 'reminder', to: ['responsible'], at: '2023-10-10T06:00:00.000Z' },
        {
          rung: 'overdue',
          to: ['responsible', 'unitLeader', 'superior'],
          actions: ['notify', 'markOverdue'],
          text: expect.stringContaining('it is marked overdue'),
        },
        { rung: 'leader' },
        { rung: 'interview' },
      ],
    });
  });

  it.each([
    ['a handler of the office', () => handler],
    ['the city', () => world.service.as(callers.city)],
  ])('are paused by nobody else: not by %s', async (_, agent) => {
    const { clockId, version } = await territorial();
    const { status, body } = await agent().post<Problem>(`/clocks/${clockId}/pause`, { version, ...order });
    expect([status, body.code]).toEqual([403, 'auth.notAllowed']);
  });

  it('are paused and resumed by the office’s leader, with the reason beside the clock', async () => {
    const { clockId, version } = await territorial();
    const stale = await leader.post<Problem>(`/clocks/${clockId}/pause`, { version: version + 1, ...order });
    expect([stale.status, stale.body.code]).toEqual([409, 'concurrency.stale']);
    const paused = await leader.post<ClockReply>(`/clocks/${clockId}/pause`, { version, ...order });
    expect(paused).toMatchObject({ status: 200, body: { version: version + 1, wakeAt: null } });
    const again = await leader.post<Problem>(`/clocks/${clockId}/pause`, { version: version + 1, ...order });
    expect([again.status, again.body.code]).toEqual([409, 'clock.paused']);
    const resumed = await leader.post<ClockReply>(`/clocks/${clockId}/resume`, {
      ...{ version: version + 1, reason: '裁定解除' },
    });
    expect(resumed.body).toMatchObject({
      pausedAt: null,
      changes: [
        { kind: 'pause', reasonCode: 'courtOrder', reference: order.orderNo, person: 'office.leader' },
        { kind: 'resume', reason: '裁定解除', orgCode: 'SX-OFFICE' },
      ],
    });
  });

  it.each([
    ['a clock that is not there', 'handover.acknowledge.none', { version: 1, ...order }, 404],
    ['a reason that is none', 'handover.acknowledge.none', { version: 1, ...order, reasonCode: 'busy' }, 400],
    ['no reason in words', 'handover.acknowledge.none', { version: 1, reasonCode: 'courtOrder' }, 400],
  ])('refuse %s', async (_, id, body, status) => {
    expect((await leader.post(`/clocks/${id}/pause`, body)).status).toBe(status);
  });

  it('follow a changed calendar once somebody has approved what was previewed', async () => {
    const book = world.service.app.get(ReferenceBook);
    const year = { code: '2023', version: 2, holidays: ['2023-10-10'], makeUpDays: [] };
    await publishReference(world.service.topics, [
      { ...referenceItem('calendarYear', '2023', year), version: 2 },
    ]);
    await eventually(
      () => book.calendar().isWorkingDay('2023-10-10'),
      (worked) => !worked,
    );
    expect(await territorial()).toMatchObject({ dueByToday: '2023-10-11T10:00:00.000Z' });

    const { status, body } = await handler.post<OwnerPreview>('/reprojections', calendar);
    expect([status, body.counts]).toMatchObject([200, { later: body.counts.looked, earlier: 0 }]);
    const whole = 'a'.repeat(64);
    const approval = { ...calendar, reason: '放假安排调整' };
    const key = randomUUID();
    const apply = (agent: ServiceAgent, part: string) =>
      agent.post<OwnerApplied & Problem>(`/reprojections/${whole}/apply`, { ...approval, part }, key);
    const recalled = (agent: ServiceAgent, order = approval) =>
      agent.post<OwnerRecall & Problem>(`/reprojections/${whole}/recall`, order, key);
    expect((await apply(handler, body.hash)).status).toBe(403);
    expect((await apply(leader, '0'.repeat(64))).body.code).toBe('reprojection.changed');
    expect((await recalled(leader)).body).toEqual({ applied: null });
    const { body: applied } = await apply(leader, body.hash);
    expect(applied).toMatchObject({ hash: body.hash, counts: body.counts });
    expect((await recalled(leader)).body).toEqual({ applied });
    expect((await recalled(handler)).status).toBe(403);
    const other = await recalled(leader, { ...approval, reason: '另一理由' });
    expect(other.body.code).toBe('request.idempotencyKeyReused');

    expect(await territorial()).toMatchObject({
      ...{ due: '2023-10-11T10:00:00.000Z', dueByToday: null },
      days: [
        { reason: 'startDay' },
        { date: '2023-10-10', counted: false, reason: 'holiday' },
        { counted: true },
      ],
      changes: [{ kind: 'pause' }, { kind: 'resume' }, { kind: 'reprojection', reference: body.hash }],
    });
    const toTell = async () => (await handler.get<{ toTell: number }>('/reprojections')).body.toTell;
    await eventually(toTell, (left) => left === 0);
    expect(
      (await world.told(hazard(1).hazardNo)).filter((type) => type === 'clock.moved').length,
    ).toBeGreaterThan(2);
  });
});

import type { ClockReply, LoopFact, ReprojectionCause } from '@bihuan/contracts';
import {
  deliverAt,
  emptyFacts,
  evolve,
  isOverdue,
  localText,
  stateOf,
  stepRefusal,
} from '@bihuan/process-core';
import { hazardLife, isHazardEvent } from '@bihuan/testing/facts';
import { testPolicy } from '@bihuan/testing/reference';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ClockReplies } from './clock-replies.ts';
import { type ClockWorld, startClockWorld } from './clock-world.fixture.ts';
import { moved, withSecondPolicy } from './reprojection/changed-reference.fixture.ts';
import { Reprojections } from './reprojection/reprojections.ts';

const hazardNo = 'SX2023-140105-GAS-202310-000017';
const reference = { kind: 'acknowledge', subject: hazardNo } as const;
const id = `handover.acknowledge.${hazardNo}`;
const order = { reasonCode: 'forceMajeure', reason: '暴雨封路', reference: null } as const;

/** What users of other systems complain of, about clocks; about routing: apps/handover. */
describe('complaints that are heard of other systems', () => {
  let world: ClockWorld;
  let reprojections: Reprojections;
  let replies: ClockReplies;
  beforeAll(async () => {
    world = await startClockWorld('handover');
    const { dataSource, time } = world;
    reprojections = new Reprojections(dataSource, world.reference, time);
    replies = new ClockReplies(world.settings, world.reference, time);
  });
  beforeEach(() => world.reset('2023-10-09T09:00:00+08:00'));
  afterAll(() => world.close());

  const open = () =>
    world.inWork((work) =>
      world.book.open(work, {
        ...{ ...reference, hazardNo, start: work.now, policy: testPolicy },
        waitsFor: { orgCode: 'TY', orgName: '太原市人民政府' },
      }),
    );
  const shown = async (): Promise<ClockReply | undefined> => {
    const [clock] = await replies.ofHazard(world.dataSource.manager, hazardNo, 'en');
    return clock;
  };
  const reproject = async (cause: ReprojectionCause) => {
    const { hash } = await reprojections.preview(cause);
    await world.inWork((work) => reprojections.apply(work, hash, { cause, reason: '调整' }));
  };
  const climbed = async (): Promise<string[]> => {
    for (;;) {
      const wake = (await shown())?.rungsAhead[0]?.at;
      if (wake === undefined) return world.rungs();
      world.time.advanceTo(wake);
      await world.book.decide(id);
    }
  };

  it('calendar edits must move live deadlines', async () => {
    await open();
    world.refer([moved]);
    expect(await shown()).toMatchObject({
      due: '2023-10-10T10:00:00.000Z',
      dueByToday: '2023-10-11T10:00:00.000Z',
    });
    await reproject({ kind: 'calendar' });
    expect(await shown()).toMatchObject({ due: '2023-10-11T10:00:00.000Z', dueByToday: null });
    expect(await world.watchdog.tellMoved()).toBe(1);
    world.time.advanceTo('2023-10-10T10:00:00Z');
    expect(await world.book.decide(id)).toMatchObject({ outcome: 'notYet', due: '2023-10-11T10:00:00.000Z' });
  });

  it('show how a date was computed', async () => {
    world.refer([moved]);
    await open();
    const clock = await shown();
    expect(clock?.days.map(({ date, counted, reason }) => [date, counted, reason])).toEqual([
      ['2023-10-09', false, 'startDay'],
      ['2023-10-10', false, 'holiday'],
      ['2023-10-11', true, 'workingDay'],
    ]);
    expect(clock).toMatchObject({
      ...{ startsWith: ['handoverDispatched'], period: { workingDays: 1 }, policyVersion: 1 },
      explanation: expect.stringContaining('1 working day from 2023-10-09'),
    });
  });

  it('an extension must not break the state', async () => {
    await open();
    world.time.advanceTo('2023-10-10T10:00:00Z');
    await world.book.decide(id);
    const granted = { due: new Date('2023-10-20T10:00:00Z'), reason: '同意延期', reference: 'P-1' };
    const fact = await world.inWork((work) => world.book.extend(work, reference, granted));
    const life = hazardLife(hazardNo).filter(isHazardEvent);
    const before = life.reduce(evolve, emptyFacts(hazardNo));
    const after = evolve(before, { type: 'clock.moved', data: fact } as unknown as LoopFact);
    expect(stateOf(after)).toBe(stateOf(before));
    expect(isOverdue(after)).toBe(false);
    expect(await climbed()).toEqual([
      ...['reminder skipped', 'overdue'],
      ...['reminder', 'overdue', 'leader', 'interview'],
    ]);
  });

  it('pause time must not be forgotten when policy changes', async () => {
    await open();
    await world.inWork((work) => world.changes.pause(work, id, { version: 1, ...order }));
    world.time.advanceTo('2023-10-11T09:00:00+08:00');
    await world.inWork((work) => world.changes.resume(work, id, { version: 2, reason: '雨停' }));
    world.refer([withSecondPolicy()]);
    await reproject({ kind: 'policy', campaignCode: 'SX2023', toVersion: 2 });
    const clock = await shown();
    // Three working days from Wednesday on: Monday's and Tuesday's ends fell into the pause.
    expect(clock).toMatchObject({ due: '2023-10-16T10:00:00.000Z', policyVersion: 2 });
    expect(clock?.changes.map(({ kind }) => kind)).toEqual(['pause', 'resume', 'reprojection']);
    expect(clock?.days.filter(({ reason }) => reason === 'paused').map(({ date }) => date)).toEqual([
      '2023-10-10',
    ]);
  });

  it.each([
    ['at night', '2023-10-10 22:30', '2023-10-11 08:00'],
    ['on a Saturday', '2023-10-14 10:00', '2023-10-16 08:00'],
    ['on National Day, until it is over', '2023-10-02 10:00', '2023-10-07 08:00'],
  ])('no notices %s: %s waits for %s, and is not dropped', (_, at, delivered) => {
    const now = new Date(`${at.replace(' ', 'T')}:00+08:00`);
    const hours = { from: '08:00', to: '20:00' };
    expect(localText(deliverAt(now, hours, world.reference.calendar()))).toBe(delivered);
  });

  it('no notice is silently skipped: what was not sent is on the clock', async () => {
    await open();
    world.time.advanceTo('2023-10-12T09:00:00+08:00');
    await world.book.decide(id);
    const at = '2023-10-12T01:00:00.000Z';
    expect(await shown()).toMatchObject({
      rungsSkipped: [{ rung: 'reminder', at }],
      rungsTaken: [{ rung: 'overdue', at }],
    });
  });

  it('escalation that was built and could not be reached', async () => {
    await open();
    expect(await climbed()).toEqual(['reminder', 'overdue', 'leader', 'interview']);
    const facts = await world.dataSource.query<{ rung: string; to: string[] }[]>(
      `SELECT envelope->'data'->>'rung' AS rung, envelope->'data'->'to' AS to FROM outbox
       WHERE type = 'clock.rungTaken' ORDER BY seq`,
    );
    expect(facts.at(-1)).toMatchObject({ rung: 'interview', to: expect.arrayContaining(['governor']) });
  });

  it('escalation must not reopen a closed case', async () => {
    await open();
    await world.inWork((work) => world.book.meet(work, reference));
    world.time.advanceTo('2023-11-30T09:00:00+08:00');
    expect(await world.book.decide(id)).toMatchObject({ outcome: 'ended', overdueAt: null });
    expect(await world.rungs()).toEqual([]);
    const life = hazardLife(hazardNo).filter(isHazardEvent);
    const escalation = life.find(({ type }) => type === 'clock.rungTaken');
    const closed = [...life, ...(escalation ? [escalation] : [])].reduce(evolve, emptyFacts(hazardNo));
    expect(escalation).toBeDefined();
    expect(stateOf(closed)).toBe('struckOff');
  });

  it('chase automatically after silence: a clock that nobody asks about is told of again', async () => {
    await open();
    world.time.advanceTo('2023-10-10T18:00:00+08:00');
    expect(await world.watchdog.sweep()).toEqual([id]);
  });

  it('no sign-off while actions are open', () => {
    const life = hazardLife(hazardNo).filter(isHazardEvent);
    const until = (type: string) =>
      life.slice(
        0,
        life.findIndex((event) => event.type === type),
      );
    const refusal = (events: typeof life) =>
      stepRefusal('strikeOff', events.reduce(evolve, emptyFacts(hazardNo)))?.code ?? null;
    expect(refusal(until('plan.filed'))).toBe('strikeOff.notAccepted');
    expect(refusal(until('acceptance.applied'))).toBe('strikeOff.notAccepted');
    // The first acceptance of that hazard fails, the second passes.
    expect(
      refusal(
        life.slice(
          0,
          life.findLastIndex(({ type }) => type === 'acceptance.decided'),
        ),
      ),
    ).toBe('strikeOff.notAccepted');
    expect(refusal(until('hazard.struckOff'))).toBeNull();
  });
});

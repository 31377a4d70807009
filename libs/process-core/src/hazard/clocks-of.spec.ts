import type { RecordedDecision } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import * as given from '../__fixtures__/hazard-events.ts';
import { isOverdue, openClocks, rectifyDue } from './clocks-of.ts';
import { evolve } from './evolve.ts';
import { emptyFacts, type HazardEvent } from './hazard-facts.ts';
import { isFinished } from './finished.ts';
import { heardDecision } from './heard-decision.ts';

const { clock, day } = given;
const fold = (events: readonly HazardEvent[]) => events.reduce(evolve, emptyFacts(given.hazardNo));
const ids = (events: readonly HazardEvent[]) => openClocks(fold(events)).map(({ clockId }) => clockId);
const rung = (dueDay: number, takenDay: number) =>
  given.event(
    'clock.rungTaken',
    {
      clockId: 'a',
      kind: 'rectify',
      hazardNo: given.hazardNo,
      rung: 'overdue',
      due: day(dueDay),
      skipped: [],
      waitsFor: { orgCode: 'GOV-140100', orgName: '太原市人民政府' },
    },
    day(takenDay),
  );

describe('open clocks', () => {
  it.each<[string, HazardEvent[], string[]]>([
    ['none', [], []],
    [
      'the nearest due first',
      [clock('opened', 'a', 1, { due: day(20) }), clock('opened', 'b', 1, { due: day(9) })],
      ['b', 'a'],
    ],
    ['the same due: by id', [clock('opened', 'b', 1), clock('opened', 'a', 1)], ['a', 'b']],
    ['ended', [clock('opened', 'a', 1), clock('ended', 'a', 2)], []],
    ['ended, and the opening heard afterwards', [clock('ended', 'a', 2), clock('opened', 'a', 1)], []],
    ['cancelled', [clock('opened', 'a', 1), clock('ended', 'a', 2, { state: 'cancelled' })], []],
  ])('%s', (_, events, expected) => {
    expect(ids(events)).toEqual(expected);
  });
});

describe('the end of rectification as it stands', () => {
  const round = (change: 'opened' | 'moved' | 'ended', id: string, version: number, due: number) =>
    clock(change, id, version, { kind: 'rectify', due: day(due) });
  it.each<[string, HazardEvent[], string | null]>([
    ['none heard of', [clock('opened', 'a', 1, { kind: 'plan', due: day(9) })], null],
    ['of the first round', [round('opened', 'a', 1, 9)], day(9)],
    ['extended, whatever the order', [round('moved', 'a', 2, 20), round('opened', 'a', 1, 9)], day(20)],
    [
      'of the round that runs, though the one before ended later',
      [round('ended', 'a', 2, 25), round('opened', 'b', 1, 20)],
      day(20),
    ],
    ['of the last round', [round('ended', 'a', 2, 9), round('ended', 'b', 2, 20)], day(20)],
  ])('%s', (_, events, due) => {
    expect(rectifyDue(fold(events))).toBe(due);
  });
});

describe('overdue', () => {
  it.each<[string, HazardEvent[], boolean]>([
    ['nothing known', [], false],
    ['a clock that runs', [clock('opened', 'a', 1)], false],
    ['its owner says so', [clock('moved', 'a', 2, { overdueAt: day(20) })], true],
    [
      'met late',
      [clock('moved', 'a', 2, { overdueAt: day(20) }), clock('ended', 'a', 3, { overdueAt: day(20) })],
      false,
    ],
    ['a rung taken after the due', [clock('opened', 'a', 1), rung(20, 21)], true],
    ['exactly at the due', [clock('opened', 'a', 1), rung(20, 20)], true],
    ['the rung heard before the clock', [rung(20, 21), clock('opened', 'a', 1)], true],
    ['a reminder before the due', [clock('opened', 'a', 1), rung(20, 17)], false],
    [
      'the due moved later afterwards',
      [clock('opened', 'a', 1), rung(20, 21), clock('moved', 'a', 2, { due: day(28) })],
      false,
    ],
    ['late again after that', [clock('moved', 'a', 2, { due: day(28) }), rung(28, 29), rung(20, 21)], true],
  ])('%s', (_, events, overdue) => {
    expect(isOverdue(fold(events))).toBe(overdue);
  });
});

describe('an answer of the owner', () => {
  const facts = fold([clock('opened', 'a', 3)]);
  const now = new Date(day(17));

  it.each([
    ['ended', { outcome: 'ended', version: 4 }, { version: 4, open: false, wakeAt: null }],
    [
      'not yet',
      { outcome: 'notYet', version: 3, remainingMs: 60_000 },
      { version: 3, open: true, wakeAt: '2023-10-17T02:01:00.000Z' },
    ],
    [
      'a rung taken, the next known',
      { outcome: 'rungTaken', version: 4, rung: 'overdue', nextInMs: 3_600_000, overdueAt: day(16) },
      { version: 4, wakeAt: '2023-10-17T03:00:00.000Z', overdueAt: day(16) },
    ],
    [
      'the ladder climbed',
      { outcome: 'rungTaken', version: 5, rung: 'interview', nextInMs: null, overdueAt: day(16) },
      { version: 5, open: true, wakeAt: null },
    ],
  ] as const)('%s', (_, decision, expected) => {
    expect(heardDecision(facts, 'a', decision, now).clocks.a).toMatchObject(expected);
  });

  it('that is older than what is known changes nothing', () => {
    expect(heardDecision(facts, 'a', { outcome: 'ended', version: 2 }, now)).toBe(facts);
  });

  it('about a clock that is not known changes nothing', () => {
    expect(heardDecision(facts, 'b', { outcome: 'ended', version: 2 }, now)).toBe(facts);
  });

  it('stands against the fact that it overtook', () => {
    const heard = heardDecision(facts, 'a', { outcome: 'ended', version: 5 }, now);
    expect(evolve(heard, clock('moved', 'a', 4))).toEqual(heard);
  });
});

describe('an answer and the fact of the same change', () => {
  const before = fold([clock('opened', 'a', 1)]);
  const now = new Date(day(18));
  const standing = { due: day(25), waitsFor: '太原市应急管理局', overdueAt: null };
  const moved = {
    due: day(25),
    wakeAt: day(22),
    waitsFor: { orgCode: 'YJJ-140100', orgName: '太原市应急管理局' },
  };

  it.each<[string, RecordedDecision, HazardEvent]>([
    [
      'moved to another due and organisation',
      { outcome: 'notYet', version: 2, remainingMs: 4 * 86_400_000, ...standing },
      clock('moved', 'a', 2, moved),
    ],
    [
      'ended late',
      { outcome: 'ended', version: 2, ...standing, overdueAt: day(20) },
      clock('ended', 'a', 2, { ...moved, wakeAt: null, overdueAt: day(20) }),
    ],
  ])('come to the same in both orders: %s', (_, decision, fact) => {
    const answerFirst = evolve(heardDecision(before, 'a', decision, now), fact);
    const factFirst = heardDecision(evolve(before, fact), 'a', decision, now);
    expect(answerFirst).toEqual(factFirst);
    expect(factFirst).toEqual(evolve(before, fact));
  });

  it('tells of lateness though the answer that first told it was lost', () => {
    const again = { outcome: 'notYet', version: 2, remainingMs: 60_000, ...standing } as const;
    const heard = heardDecision(before, 'a', { ...again, due: day(17), overdueAt: day(17) }, now);
    expect(isOverdue(heard)).toBe(true);
  });

  it('an earlier answer, which says nothing of due and organisation, leaves them as they were', () => {
    const known = before.clocks.a;
    const heard = heardDecision(before, 'a', { outcome: 'notYet', version: 2, remainingMs: 60_000 }, now);
    expect(heard.clocks.a).toEqual({ ...known, version: 2, wakeAt: '2023-10-18T02:01:00.000Z' });
  });
});

describe('finished', () => {
  const done = [given.struckOff(), given.disclosed(true), given.assessed(true)];
  it.each<[string, HazardEvent[], boolean]>([
    ['struck off, published, assessed, no clock open', done, true],
    ['all its clocks ended', [...done, clock('opened', 'a', 1), clock('ended', 'a', 2)], true],
    ['a clock still open', [...done, clock('opened', 'a', 1)], false],
    ['a climbed ladder is still a clock', [...done, clock('opened', 'a', 1, { wakeAt: null })], false],
    ['not struck off', done.slice(1), false],
    ['not published', [given.struckOff(), given.assessed(true), given.disclosed(false)], false],
    ['not assessed', [given.struckOff(), given.disclosed(true), given.assessed(false)], false],
    ['nothing', [], false],
  ])('%s', (_, events, finished) => {
    expect(isFinished(fold(events))).toBe(finished);
  });
});

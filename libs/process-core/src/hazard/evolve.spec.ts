import { type ClockFact, type ClockKind, eventSchemas, type Track } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as given from '../__fixtures__/hazard-events.ts';
import { isOverdue, openClocks } from './clocks-of.ts';
import { evolve } from './evolve.ts';
import { isFinished } from './finished.ts';
import { emptyFacts, type HazardEvent, type HazardFacts } from './hazard-facts.ts';
import { marksOf } from './marks-of.ts';
import { stateOf } from './state-of.ts';

const fold = (events: readonly HazardEvent[]): HazardFacts =>
  events.reduce(evolve, emptyFacts(given.hazardNo));

const minute = fc
  .integer({ min: 0, max: 80_000 })
  .map((n) => new Date(Date.UTC(2023, 9, 1) + n * 60_000).toISOString());
const version = fc.integer({ min: 1, max: 6 });
const round = fc.integer({ min: 1, max: 4 });
const statuses = ['dispatched', 'refused', 'transferred', 'insisted', 'acknowledged', 'redirected'] as const;
const kinds: readonly ClockKind[] = ['acknowledge', 'plan', 'extensionDecision', 'rectify', 'accept'];

/** What an owner says of a version never changes, so everything below follows from id and version. */
const anyHandover = fc.tuple(fc.integer({ min: 1, max: 5 }), version).map(([id, v]) => {
  const track: Track = id % 2 === 0 ? 'industry' : 'territorial';
  return given.handover(statuses[(id + v) % statuses.length]!, track, id, v, given.day(id), v % 2 === 0);
});
/** By version: opened, paused, resumed with a later due, ended, late, and extended as a petition was granted. */
const clockVersions: Readonly<Record<number, Partial<ClockFact>>> = {
  1: {},
  2: { paused: true, wakeAt: null },
  3: { due: given.day(13), wakeAt: given.day(10), unhurried: true },
  4: { due: given.day(13), wakeAt: null },
  5: { due: given.day(13), wakeAt: given.day(18), overdueAt: given.day(13) },
  6: { due: given.day(27), wakeAt: given.day(24), overdueAt: null },
};
const anyClock = fc.tuple(fc.integer({ min: 0, max: 4 }), version).map(([id, v]) => {
  const change = v === 4 ? 'ended' : v === 1 ? 'opened' : 'moved';
  return given.clock(change, `supervision.${kinds[id]!}.x`, v, { kind: kinds[id]!, ...clockVersions[v] });
});
const anyRung = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom(10, 13, 20, 27), minute)
  .map(([id, dueDay, at]) =>
    given.event(
      'clock.rungTaken',
      {
        clockId: `supervision.${kinds[id]!}.x`,
        kind: kinds[id]!,
        hazardNo: given.hazardNo,
        rung: 'overdue',
        due: given.day(dueDay),
        skipped: [],
        waitsFor: { orgCode: 'GOV-140100', orgName: '太原市人民政府' },
      },
      at,
    ),
  );
const anyEvent: fc.Arbitrary<HazardEvent> = fc.oneof(
  anyHandover,
  anyClock,
  anyRung,
  fc.constant(given.registered()),
  fc.constant(given.brought(null)),
  fc.constant(given.brought(given.day(3))),
  version.map(given.corrected),
  minute.map(given.withdrawn),
  minute.map(given.planFiled),
  minute.map(given.progressed),
  fc.tuple(round, minute).map(([n, at]) => given.completed(n, at)),
  fc.tuple(round, minute).map(([n, at]) => given.applied(n, at)),
  round.map((n) => given.decided(n % 2 === 0, n, given.day(n))),
  minute.map(given.struckOff),
  fc.tuple(fc.boolean(), minute).map(([flag, at]) => given.disclosed(flag, at)),
  fc.tuple(fc.boolean(), minute).map(([flag, at]) => given.assessed(flag, at)),
);

const inSomeOrder = (events: readonly HazardEvent[]) =>
  fc
    .tuple(
      fc.shuffledSubarray([...events], { minLength: events.length }),
      fc.shuffledSubarray([...events]),
      fc.shuffledSubarray([...events]),
    )
    .map(([all, again, before]) => [...before, ...all, ...again]);

describe('folding', () => {
  it('gives the same in every order and however often each event comes', () => {
    const case_ = fc
      .array(anyEvent, { maxLength: 25 })
      .chain((events) => fc.tuple(fc.constant(events), inSomeOrder(events)));
    fc.assert(
      fc.property(case_, ([events, disordered]) => {
        const facts = fold(events);
        const other = fold(disordered);
        expect(other).toEqual(facts);
        expect(stateOf(other)).toBe(stateOf(facts));
        expect(marksOf(other)).toEqual(marksOf(facts));
        expect(isOverdue(other)).toBe(isOverdue(facts));
        expect(openClocks(other)).toEqual(openClocks(facts));
        expect(isFinished(other)).toBe(isFinished(facts));
      }),
      { numRuns: 500 },
    );
  });

  /** Redirected twice on one track, paused, resumed, late and extended: what one hazard may go through. */
  const eventful: readonly HazardEvent[] = [
    given.registered(),
    ...given.bothAcknowledged,
    given.handover('redirected', 'territorial', 1, 3),
    given.handover('dispatched', 'territorial', 3, 1, given.day(6)),
    given.handover('refused', 'territorial', 3, 2, given.day(6)),
    given.handover('redirected', 'territorial', 3, 3, given.day(6), false),
    given.handover('dispatched', 'territorial', 4, 1, given.day(8)),
    ...[1, 2, 3, 5, 6].map((v) =>
      given.clock(v === 1 ? 'opened' : 'moved', 'supervision.rectify.x', v, clockVersions[v]),
    ),
    given.clock('opened', 'supervision.extensionDecision.p', 1, { kind: 'extensionDecision' }),
    given.clock('ended', 'supervision.extensionDecision.p', 2, { kind: 'extensionDecision' }),
  ];

  it('keeps the rectifying of a hazard whose handover went astray, and the date it was granted, in every order', () => {
    fc.assert(
      fc.property(inSomeOrder(eventful), (disordered) => {
        const facts = fold(disordered);
        expect(facts).toEqual(fold(eventful));
        expect(stateOf(facts)).toBe('rectifying');
        expect(openClocks(facts)).toEqual([
          expect.objectContaining({
            clockId: 'supervision.rectify.x',
            due: given.day(27),
            wakeAt: given.day(24),
          }),
        ]);
        expect(openClocks(facts)[0]).not.toHaveProperty('paused');
        expect(isOverdue(facts)).toBe(false);
      }),
    );
  });

  it('is plain JSON: stored and read again it folds on as before', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 12 }),
        fc.array(anyEvent, { maxLength: 12 }),
        (before, after) => {
          const stored = JSON.parse(JSON.stringify(fold(before))) as HazardFacts;
          expect(after.reduce(evolve, stored)).toEqual(fold([...before, ...after]));
        },
      ),
    );
  });

  it('does not change what it was given', () => {
    const facts = Object.freeze(emptyFacts(given.hazardNo));
    expect(evolve(facts, given.registered())).not.toBe(facts);
    expect(facts).toEqual(emptyFacts(given.hazardNo));
  });

  it('leaves an event of a newer release alone', () => {
    const facts = fold([given.registered()]);
    const newer = { ...given.registered(), type: 'hazard.reweighed' } as unknown as HazardEvent;
    expect(evolve(facts, newer)).toBe(facts);
  });

  it('is tested with events that their schemas accept', () => {
    fc.assert(
      fc.property(anyEvent, ({ type, data }) => {
        expect(eventSchemas[type].safeParse(data)).toMatchObject({ success: true });
      }),
    );
  });

  it('keeps where the latest correction says that the hazard belongs', () => {
    const belongs = (...versions: number[]) => fold(versions.map(given.corrected)).belongs;
    expect(belongs()).toBeUndefined();
    const latest = { version: 3, placeName: '第3县', cityName: '太原市', fieldName: '城镇燃气' };
    for (const order of [
      [1, 2, 3],
      [3, 2, 1],
      [2, 3, 3, 1],
    ])
      expect(belongs(...order)).toEqual(latest);
  });

  it('keeps the first moment at which a hazard was withdrawn', () => {
    const withdrawn = [given.day(16), given.day(14), given.day(15)].map(given.withdrawn);
    expect(fold(withdrawn).withdrawnAt).toBe(given.day(14));
  });
});

import { type ErrorCode, hazardEventTypes, HazardState } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import * as given from '../__fixtures__/hazard-events.ts';
import { evolve } from './evolve.ts';
import { type HazardStep, stepRefusal } from './guards.ts';
import { emptyFacts, type HazardEvent } from './hazard-facts.ts';
import { stateOf } from './state-of.ts';

/** The plainest hazard of each state; the industry track is always the one that has not been answered yet. */
const situations: Readonly<Record<HazardState, readonly HazardEvent[]>> = {
  registered: [given.registered(), given.bothDispatched[0]!],
  handedOver: [
    given.registered(),
    ...given.bothDispatched,
    given.handover('acknowledged', 'territorial', 1, 2),
  ],
  rectifying: [given.registered(), ...given.bothAcknowledged],
  awaitingAcceptance: [given.registered(), ...given.bothAcknowledged, given.applied()],
  struckOff: [...given.bothAcknowledged, given.applied(), given.decided(true), given.struckOff()],
  withdrawn: [given.registered(), ...given.bothDispatched, given.withdrawn()],
};

/** The columns of `after`. */
const columns = [
  'registered',
  'handedOver',
  'rectifying',
  'awaitingAcceptance',
  'struckOff',
  'withdrawn',
] as const satisfies readonly HazardState[];
const [reg, han, rec, awa, off, wit] = columns;
type InEach<Columns extends readonly HazardState[]> = { readonly [C in keyof Columns]: HazardState };
type Row = readonly [what: string, event: HazardEvent, after: InEach<typeof columns>];

const { handover, clock } = given;
const unmoved = [reg, han, rec, awa, off, wit] as const;
const industry = (status: Parameters<typeof handover>[0], settled = false) =>
  handover(status, 'industry', 2, 3, undefined, settled);
const rung = given.event('clock.rungTaken', {
  ...{ clockId: 'supervision.rectify.x', kind: 'rectify', hazardNo: given.hazardNo, rung: 'interview' },
  ...{ due: given.day(20), skipped: [], waitsFor: { orgCode: 'GOV-140100', orgName: '太原市人民政府' } },
});

/**
 * Which state each fact leads to, from each state. A fact may come early: where it is heard of before those it follows
 * from, the state is the furthest that the facts bear out. Nothing leads backwards but a failed verdict, or a second
 * round, which follows from one; and nothing that a clock does leads anywhere.
 */
const table: Readonly<Record<HazardEvent['type'], readonly Row[]>> = {
  'hazard.registered': [['again', given.registered(), unmoved]],
  'hazard.corrected': [['to another county', given.corrected(1), unmoved]],
  'hazard.withdrawn': [['registered in error', given.withdrawn(), [wit, wit, wit, wit, off, wit]]],
  'handover.dispatched': [
    ['the second track', handover('dispatched', 'industry', 2, 1), [han, han, rec, awa, off, wit]],
    ['a successor of it', handover('dispatched', 'industry', 3, 1), [han, han, rec, awa, off, wit]],
  ],
  'handover.acknowledged': [['the second track', industry('acknowledged'), [han, rec, rec, awa, off, wit]]],
  'handover.refused': [['the second track', industry('refused'), [han, han, han, awa, off, wit]]],
  'handover.insisted': [['the second track', industry('insisted'), [han, rec, rec, awa, off, wit]]],
  'handover.transferred': [['the second track', industry('transferred'), [han, han, han, awa, off, wit]]],
  'handover.redirected': [
    ['before it was taken on', industry('redirected'), [han, han, han, awa, off, wit]],
    ['after it was taken on', industry('redirected', true), [han, rec, rec, awa, off, wit]],
  ],
  'plan.filed': [['filed', given.planFiled(), unmoved]],
  'progress.reported': [['reported', given.progressed(given.day(7)), unmoved]],
  'completion.reported': [
    ['of the first round', given.completed(), unmoved],
    ['of the second round', given.completed(2), [rec, rec, rec, rec, off, wit]],
  ],
  'acceptance.applied': [['applied for', given.applied(), [awa, awa, awa, awa, off, wit]]],
  'acceptance.decided': [
    ['passed', given.decided(true), [awa, awa, awa, awa, off, wit]],
    ['failed', given.decided(false), [rec, rec, rec, rec, off, wit]],
  ],
  'hazard.struckOff': [['struck off', given.struckOff(), [off, off, off, off, off, off]]],
  'hazard.disclosed': [['its strike-off published', given.disclosed(true), unmoved]],
  'hazard.assessed': [['its strike-off assessed', given.assessed(true), unmoved]],
  'clock.opened': [['opened', clock('opened', 'supervision.rectify.x', 1), unmoved]],
  'clock.moved': [
    ['extended', clock('moved', 'supervision.rectify.x', 2, { due: given.day(28) }), unmoved],
    ['paused', clock('moved', 'supervision.rectify.x', 2, { paused: true, wakeAt: null }), unmoved],
    ['late', clock('moved', 'supervision.rectify.x', 2, { overdueAt: given.day(20) }), unmoved],
  ],
  'clock.ended': [
    ['met', clock('ended', 'supervision.rectify.x', 2), unmoved],
    ['cancelled', clock('ended', 'supervision.rectify.x', 2, { state: 'cancelled' }), unmoved],
  ],
  'clock.rungTaken': [['the last rung', rung, unmoved]],
};

const conflict: ErrorCode = 'hazard.stateConflict';
const noPlan: ErrorCode = 'rectification.planMissing';
const notComplete: ErrorCode = 'rectification.completionMissing';
const notApplied: ErrorCode = 'acceptance.notApplied';
const notAccepted: ErrorCode = 'strikeOff.notAccepted';

/** Why each step is refused in each state's plainest situation; null where it may be taken. */
const refusals: Readonly<Record<HazardStep, Readonly<Record<HazardState, ErrorCode | null>>>> = {
  filePlan: {
    ...{ registered: conflict, handedOver: null, rectifying: null, awaitingAcceptance: null },
    ...{ struckOff: conflict, withdrawn: conflict },
  },
  reportProgress: {
    ...{ registered: conflict, handedOver: null, rectifying: null, awaitingAcceptance: null },
    ...{ struckOff: conflict, withdrawn: conflict },
  },
  reportCompletion: {
    ...{ registered: conflict, handedOver: noPlan, rectifying: noPlan, awaitingAcceptance: conflict },
    ...{ struckOff: conflict, withdrawn: conflict },
  },
  applyForAcceptance: {
    ...{ registered: conflict, handedOver: conflict, rectifying: notComplete, awaitingAcceptance: conflict },
    ...{ struckOff: conflict, withdrawn: conflict },
  },
  giveVerdict: {
    ...{ registered: notApplied, handedOver: notApplied, rectifying: notApplied, awaitingAcceptance: null },
    ...{ struckOff: notApplied, withdrawn: conflict },
  },
  strikeOff: {
    ...{ registered: notAccepted, handedOver: notAccepted, rectifying: notAccepted },
    ...{ awaitingAcceptance: notAccepted, struckOff: conflict, withdrawn: conflict },
  },
};

const fold = (events: readonly HazardEvent[]) => events.reduce(evolve, emptyFacts(given.hazardNo));

describe('the whole table of states', () => {
  it('has a column for each state and a row for each fact that is folded', () => {
    expect([...columns]).toEqual([...HazardState]);
    expect(Object.keys(table).sort()).toEqual([...hazardEventTypes].sort());
  });

  it.each(columns)('%s is where its situation stands', (state) => {
    expect(stateOf(fold(situations[state]))).toBe(state);
  });

  const rows = Object.entries(table).flatMap(([type, cells]) =>
    cells.map(([what, event, after]) => [type, what, event, after] as const),
  );

  it.each(rows)('%s, %s', (_type, _what, event, after) => {
    const reached = columns.map((state) => stateOf(fold([...situations[state], event])));
    expect(Object.fromEntries(columns.map((state, i) => [state, reached[i]]))).toEqual(
      Object.fromEntries(columns.map((state, i) => [state, after[i]])),
    );
  });

  const steps = Object.entries(refusals) as [HazardStep, Record<HazardState, ErrorCode | null>][];

  it.each(steps)('%s is refused, or not, in each state', (step, codes) => {
    const found = columns.map((state) => [state, stepRefusal(step, fold(situations[state]))?.code ?? null]);
    expect(Object.fromEntries(found)).toEqual(codes);
  });

  it.each(steps)('%s after the end is refused with the state it ended in', (step) => {
    for (const state of ['struckOff', 'withdrawn'] as const)
      expect(stepRefusal(step, fold(situations[state]))?.params).toEqual({ state });
  });
});

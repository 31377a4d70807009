import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { caseAfter, emptyCase, hear } from '../__fixtures__/cases.ts';
import {
  corrected,
  deadline,
  handover,
  industryAt,
  registered,
  territorialAt,
  untilRectifying,
  untilRedirected,
} from '../__fixtures__/facts.ts';
import { changedClocks } from './changed-clocks.ts';
import { type HeardFact, isKnown, withdrawn } from './known-case.ts';
import { runningClocks } from './running-clocks.ts';

describe('a case', () => {
  it('takes over what registration says', () => {
    expect(caseAfter([registered()])).toMatchObject({
      state: 'registered',
      campaignCode: 'SX2023',
      placeCode: '140105',
      cityCode: '140100',
      fieldCode: 'gas',
      leadOrg: 'SX-ZJT',
      coOrgs: ['SX-JTT'],
      creditCode: '91330424MA28AQAQXU',
      bodyOrg: null,
      deadline: new Date(deadline),
    });
  });

  it('takes the body that must act where no operating entity exists', () => {
    const body = { type: 'body', name: '小店区人民政府', orgCode: 'GOV-140105' } as const;
    expect(caseAfter([registered(undefined, body)])).toMatchObject({
      creditCode: null,
      bodyOrg: 'GOV-140105',
    });
  });

  it('is not known before its registration was heard of', () => {
    expect(isKnown(caseAfter(untilRectifying().slice(1)))).toBe(false);
  });

  it('keeps a deadline that was set after registration when the registration is heard again', () => {
    const moved = { ...caseAfter([registered()]), deadline: new Date('2023-12-01T10:00:00Z') };
    expect(hear(moved, registered()).deadline).toEqual(moved.deadline);
  });

  it.each<[string, HeardFact[], string]>([
    ['only registered', [registered()], 'registered'],
    ['one dispatched', untilRectifying().slice(0, 2), 'registered'],
    ['both dispatched', untilRectifying().slice(0, 3), 'handedOver'],
    ['one acknowledged', untilRectifying().slice(0, 4), 'handedOver'],
    ['both acknowledged', untilRectifying(), 'rectifying'],
  ])('%s', (_, facts, state) => {
    expect(caseAfter(facts).state).toBe(state);
  });
});

describe('whatever the order of arrival', () => {
  const facts = [
    ...untilRectifying().slice(0, 4),
    handover({ track: 'industry', status: 'refused', at: '2023-10-09T05:00:00.000Z' }),
    handover({ track: 'industry', status: 'insisted', at: industryAt }),
  ];
  const inOrder = follow(facts);

  it('the case is the same and the same clocks were begun', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }), (heard) => {
        const { hazard, begun } = follow(heard);
        expect(hazard).toEqual(inOrder.hazard);
        expect(begun).toEqual(inOrder.begun);
      }),
    );
  });

  it('rectification began with the office’s insistence', () => {
    expect(inOrder.hazard.state).toBe('rectifying');
    expect(inOrder.begun).toEqual([
      'plan 2023-10-09T06:00:00.000Z',
      'progress 2023-10-09T06:00:00.000Z',
      'rectify 2023-10-09T01:00:00.000Z',
    ]);
  });
});

describe('a corrected case', () => {
  const belongs = {
    placeCode: '140212',
    cityCode: '140200',
    fieldCode: 'coal',
    leadOrg: 'SX-YJT',
    coOrgs: [],
    creditCode: null,
    bodyOrg: 'GOV-140212',
  };

  it.each<[string, HeardFact[]]>([
    ['in order', [registered(), corrected()]],
    ['the correction first', [corrected(), registered()]],
    ['heard twice', [registered(), corrected(), registered(), corrected()]],
    [
      'the later correction holds',
      [registered(), corrected(2), corrected(1, undefined, { kind: 'illegal_act' })],
    ],
  ])('belongs where the correction says; deadline and clocks stay: %s', (_, facts) => {
    const hazard = caseAfter(facts);
    expect(hazard).toMatchObject({ ...belongs, deadline: new Date(deadline) });
    expect(runningClocks(hazard)).toEqual(runningClocks(caseAfter([registered()])));
  });

  it('has the same holders and clocks in whatever order corrections and redirected handovers are heard', () => {
    const facts = [...untilRectifying(), corrected(), ...untilRedirected()];
    const inOrder = follow(facts);
    expect(inOrder.hazard).toMatchObject({
      ...belongs,
      state: 'rectifying',
      territorialOrg: 'GOV-140200',
      territorialAt: new Date(territorialAt),
      industryOrg: 'SX-ZJT',
    });
    fc.assert(
      fc.property(fc.shuffledSubarray([...facts, ...facts], { minLength: facts.length * 2 }), (heard) => {
        const { hazard, begun } = follow(heard);
        expect(hazard).toEqual(inOrder.hazard);
        expect(begun).toEqual(inOrder.begun);
      }),
    );
  });

  it('stays rectifying, with nobody on the track, until the new organisation has taken it on', () => {
    const hazard = caseAfter([...untilRectifying(), corrected(), ...untilRedirected().slice(0, 2)]);
    expect(hazard).toMatchObject({ state: 'rectifying', territorialOrg: null });
    expect(hazard.territorialAt).toEqual(new Date(territorialAt));
  });
});

describe('a withdrawn case', () => {
  const approvedAt = '2023-10-09T07:00:00.000Z';
  const now = new Date(approvedAt);

  it('has no clocks, and all that ran were cancelled', () => {
    const before = caseAfter(untilRectifying());
    const after = withdrawn(before, approvedAt, now);
    expect(after.state).toBe('withdrawn');
    expect(changedClocks(before, after)).toMatchObject({ met: [], begun: [], kept: [] });
    expect(changedClocks(before, after).cancelled.map(({ kind }) => kind)).toEqual([
      'rectify',
      'plan',
      'progress',
    ]);
  });

  it('is the same wherever among the facts the approval is heard', () => {
    const facts = [...untilRectifying(), corrected(), ...untilRedirected()];
    const last = withdrawn(caseAfter(facts), approvedAt, now);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(facts, { minLength: facts.length }),
        fc.nat(facts.length),
        (heard, at) => {
          const early = withdrawn(caseAfter(heard.slice(0, at)), approvedAt, now);
          const hazard = heard.slice(at).reduce(hear, early);
          expect({ ...hazard, updatedAt: now }).toEqual(last);
          expect(runningClocks(hazard)).toEqual([]);
        },
      ),
    );
  });
});

/** Hears facts one by one and collects the clocks that begin. */
function follow(facts: readonly HeardFact[]) {
  let hazard = emptyCase();
  const begun: string[] = [];
  for (const fact of facts) {
    const next = hear(hazard, fact);
    begun.push(
      ...changedClocks(hazard, next).begun.map(({ kind, start }) => `${kind} ${start.toISOString()}`),
    );
    hazard = next;
  }
  return { hazard, begun: begun.sort() };
}

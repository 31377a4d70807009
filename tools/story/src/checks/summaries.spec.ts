import { describe, expect, it } from '@jest/globals';
import { clockOf, endsOf, kindsAhead, rungs } from './summaries.ts';
import { OtherThanTold } from './as-told.ts';

describe('clocks in a few words', () => {
  it('say how each ended, by kind, and whether it was late', () => {
    const met = { state: 'met', overdueAt: null } as const;
    const late = { state: 'open', overdueAt: '2023-10-10T10:00:00.000Z' } as const;
    expect(
      endsOf([
        { kind: 'plan', ...met },
        { kind: 'acknowledge', ...late },
        { kind: 'plan', ...met },
      ]),
    ).toEqual(['acknowledge open late', 'plan met', 'plan met']);
  });

  it('say what is ahead, each kind once, and what stands still', () => {
    const item = { kind: 'rectify', clockId: 'c1' } as const;
    const paused = { kind: 'plan', clockId: 'c2', since: '2023-10-09T01:00:00.000Z' } as const;
    expect(kindsAhead({ items: [item, item] as never, paused: [paused] })).toEqual(['plan', 'rectify']);
  });

  it('have their rungs in the order of time, with or without fractions of a second', () => {
    expect(
      rungs([
        { rung: 'overdue', at: '2023-10-09T01:00:20Z' },
        { rung: 'leader', at: '2023-10-09T01:00:20.500Z' },
        { rung: 'reminder', at: '2023-10-09T01:00:10.000Z' },
      ]),
    ).toEqual(['reminder', 'overdue', 'leader']);
  });

  it.each([0, 2])('are looked for by kind and organisation: %i of them is other than told', (count) => {
    const clock = { kind: 'acknowledge', waitsFor: { orgCode: 'GOV-140100', orgName: '太原市人民政府' } };
    const clocks = Array.from({ length: count }, () => clock) as never;
    expect(() => clockOf(clocks, 'acknowledge', 'GOV-140100')).toThrow(OtherThanTold);
  });
});

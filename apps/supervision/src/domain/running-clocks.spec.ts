import { describe, expect, it } from '@jest/globals';
import { caseAfter, emptyCase, rectifyingCase } from '../__fixtures__/cases.ts';
import {
  deadline,
  hazardNo,
  industryAt,
  registered,
  registeredAt,
  untilRectifying,
} from '../__fixtures__/facts.ts';
import type { CaseRow } from '../persistence/hazard-case.entity.ts';
import { changedClocks } from './changed-clocks.ts';
import { runningClocks } from './running-clocks.ts';

const completedAt = '2023-10-20T02:00:00.000Z';
const appliedAt = '2023-10-20T03:00:00.000Z';
const decidedAt = '2023-10-25T02:00:00.000Z';
const newDeadline = '2023-11-30T10:00:00.000Z';
const planFiledAt = '2023-10-10T02:00:00.000Z';
const completed = { completedAt };
const applied = { ...completed, appliedAt };
const failed = { ...applied, verdict: { passed: false, decidedAt } };
const passed = { ...applied, verdict: { passed: true, decidedAt } };

const withPlan = rectifyingCase({ planFiledAt });
const reported = rectifyingCase({
  planFiledAt,
  progressReports: 2,
  lastProgressAt: '2023-10-18T02:00:00.000Z',
});
const reportedBefore = rectifyingCase({
  planFiledAt,
  progressReports: 1,
  lastProgressAt: '2023-10-09T05:00:00.000Z',
});
const failedOnce = rectifyingCase({ planFiledAt, rounds: { 1: failed }, deadline: newDeadline });
const failedAfterReports = rectifyingCase({
  planFiledAt,
  rounds: { 1: failed },
  deadline: newDeadline,
  progressReports: 2,
  lastProgressAt: '2023-10-18T02:00:00.000Z',
});
const secondApplied = rectifyingCase({ planFiledAt, rounds: { 1: failed, 2: applied } });

type Row = readonly [string, CaseRow, readonly string[]];

/** kind, number of its subject, start, and the due where it is a named date. */
const rows: Row[] = [
  ['nothing heard', emptyCase(), []],
  ['handovers that overtook the registration', caseAfter(untilRectifying().slice(1)), []],
  ['registered', caseAfter([registered()]), [`rectify 1 ${registeredAt} until ${deadline}`]],
  ['handed over', caseAfter(untilRectifying().slice(0, 4)), [`rectify 1 ${registeredAt} until ${deadline}`]],
  [
    'rectifying',
    rectifyingCase(),
    [`rectify 1 ${registeredAt} until ${deadline}`, `plan 1 ${industryAt}`, `progress 1 ${industryAt}`],
  ],
  [
    'plan filed, before rectifying or after',
    withPlan,
    [`rectify 1 ${registeredAt} until ${deadline}`, `progress 1 ${industryAt}`],
  ],
  [
    'reported twice',
    reported,
    [`rectify 1 ${registeredAt} until ${deadline}`, 'progress 3 2023-10-18T02:00:00.000Z'],
  ],
  [
    'reported before rectifying began',
    reportedBefore,
    [`rectify 1 ${registeredAt} until ${deadline}`, `progress 2 ${industryAt}`],
  ],
  ['completed', rectifyingCase({ planFiledAt, rounds: { 1: completed } }), []],
  [
    'completed, the plan never heard of',
    rectifyingCase({ rounds: { 1: completed } }),
    [`plan 1 ${industryAt}`],
  ],
  ['applied', rectifyingCase({ planFiledAt, rounds: { 1: applied } }), [`accept 1 ${appliedAt}`]],
  ['failed', failedOnce, [`rectify 2 ${decidedAt} until ${newDeadline}`, `progress 2 ${decidedAt}`]],
  [
    'failed after two reports',
    failedAfterReports,
    [`rectify 2 ${decidedAt} until ${newDeadline}`, `progress 4 ${decidedAt}`],
  ],
  ['applied again', secondApplied, [`accept 2 ${appliedAt}`]],
  ['passed', rectifyingCase({ planFiledAt, rounds: { 1: passed } }), [`strikeOff 1 ${decidedAt}`]],
  ['struck off', rectifyingCase({ planFiledAt, rounds: { 1: passed }, struckOffAt: decidedAt }), []],
];

describe('clocks that run', () => {
  it.each(rows)('%s', (_, hazard, expected) => {
    const clocks = runningClocks(hazard).map(({ kind, subject, start, namedDue }) => {
      const until = namedDue ? ` until ${namedDue.toISOString()}` : '';
      return `${kind} ${numberOf(subject)} ${start.toISOString()}${until}`;
    });
    expect(clocks).toEqual(expected);
  });

  it.each([
    ['rectify', 'territorial', rectifyingCase()],
    ['plan', 'territorial', rectifyingCase()],
    ['progress', 'territorial', rectifyingCase()],
    ['accept', 'industry', rectifyingCase({ rounds: { 1: applied } })],
    ['strikeOff', 'cityGovernment', rectifyingCase({ rounds: { 1: passed } })],
  ])('%s waits for the %s side', (kind, side, hazard) => {
    expect(runningClocks(hazard).find((clock) => clock.kind === kind)?.side).toBe(side);
  });
});

describe('what a fact changes', () => {
  const ends: readonly (readonly [string, CaseRow, CaseRow, Partial<Record<string, string[]>>])[] = [
    ['registered', emptyCase(), caseAfter([registered()]), { begun: ['rectify'] }],
    ['heard again', rectifyingCase(), rectifyingCase(), { kept: ['rectify', 'plan', 'progress'] }],
    ['plan filed', rectifyingCase(), withPlan, { met: ['plan'], kept: ['rectify', 'progress'] }],
    ['reported', withPlan, reported, { met: ['progress'], begun: ['progress'], kept: ['rectify'] }],
    [
      'completed',
      withPlan,
      rectifyingCase({ planFiledAt, rounds: { 1: completed } }),
      { met: ['rectify', 'progress'] },
    ],
    [
      'failed',
      rectifyingCase({ planFiledAt, rounds: { 1: applied } }),
      failedOnce,
      { met: ['accept'], begun: ['rectify', 'progress'] },
    ],
    [
      'struck off with clocks still open',
      rectifyingCase({ rounds: { 1: passed } }),
      rectifyingCase({ rounds: { 1: passed }, struckOffAt: decidedAt }),
      { met: ['strikeOff'], cancelled: ['plan'] },
    ],
  ];

  it.each(ends)('%s', (_, before, after, expected) => {
    const changed = changedClocks(before, after);
    const kinds = Object.entries(changed).map(([what, clocks]: [string, readonly { kind: string }[]]) => [
      what,
      clocks.map(({ kind }) => kind),
    ]);
    expect(Object.fromEntries(kinds)).toEqual({ met: [], cancelled: [], begun: [], kept: [], ...expected });
  });
});

function numberOf(subject: string): string {
  return subject === hazardNo ? '1' : subject.slice(hazardNo.length + 1);
}

import { describe, expect, it } from '@jest/globals';
import { smallProvince, testPolicy } from '@bihuan/testing/reference';
import { ReferenceBook } from '../reference/index.ts';
import { type ClockRequest, planClock, planEnded } from './plan-clock.ts';

const items = smallProvince();
const book = new ReferenceBook();
book.replace([
  ...items,
  {
    kind: 'manifest',
    code: 'all',
    effectiveFrom: '2023-01-01',
    effectiveTo: null,
    version: 1,
    body: { code: 'all', items: items.length },
  },
]);
const calendar = book.calendar();

/** Monday 9 October, 09:00: due on Tuesday at 18:00. */
const request: ClockRequest = {
  kind: 'acknowledge',
  subject: 'subject',
  hazardNo: 'SX2023-140105-GAS-202310-000017',
  start: new Date('2023-10-09T01:00:00Z'),
  waitsFor: { orgCode: 'TY', orgName: '太原市人民政府' },
  policy: testPolicy,
};
const due = new Date('2023-10-10T10:00:00Z');

describe('a clock of a hazard that a ledger brought', () => {
  it.each([
    ['registered here', undefined, '2023-10-10T06:00:00.000Z', [], false],
    ['brought before the reminder', '2023-10-10T05:00:00Z', '2023-10-10T06:00:00.000Z', [], false],
    ['brought after the reminder', '2023-10-10T07:00:00Z', '2023-10-10T10:00:00.000Z', ['reminder'], false],
    [
      'brought after the due',
      '2023-10-11T01:00:00Z',
      '2023-10-13T10:00:00.000Z',
      ['reminder', 'overdue'],
      true,
    ],
    [
      'brought after all rungs',
      '2023-12-01T01:00:00Z',
      null,
      ['reminder', 'overdue', 'leader', 'interview'],
      true,
    ],
  ])('%s', (_, broughtAt, wakeAt, skipped, late) => {
    const plan = planClock(
      'handover',
      { ...request, broughtAt: broughtAt === undefined ? undefined : new Date(broughtAt) },
      calendar,
    );
    expect(plan).toMatchObject({ state: 'open', due, endedAt: null, overdueAt: late ? due : null });
    expect(plan.wakeAt?.toISOString() ?? null).toBe(wakeAt);
    expect(plan.skipped.map(({ rung }) => rung)).toEqual(skipped);
    expect(plan.rungs).toHaveLength(4 - skipped.length);
  });
});

describe('a clock that had ended before its hazard was brought', () => {
  it.each([
    ['met in time', 'met', '2023-10-10T09:59:59.999Z', null],
    ['met exactly at the due', 'met', '2023-10-10T10:00:00.000Z', due],
    ['met late', 'met', '2023-10-12T01:00:00.000Z', due],
    ['cancelled in time', 'cancelled', '2023-10-09T02:00:00.000Z', null],
  ] as const)('%s', (_, state, at, overdueAt) => {
    const end = { state, at: new Date(at) };
    const plan = planEnded('handover', { ...request, broughtAt: new Date('2023-12-01') }, end, calendar);
    expect(plan).toMatchObject({ state, due, endedAt: new Date(at), overdueAt, wakeAt: null });
    expect([plan.rungs, plan.skipped]).toEqual([[], []]);
  });
});

import { DomainError } from '@bihuan/platform/errors';
import { describe, expect, it } from '@jest/globals';
import { rectifyingCase } from '../__fixtures__/cases.ts';
import { cityGovernmentOf } from './city-government.ts';
import { completionOnTime } from './completion-rules.ts';
import { isKnown, type KnownCase } from './known-case.ts';
import { checkVisit, nextDeadline } from './verdict-rules.ts';

const now = new Date('2023-10-20T02:00:00.000Z');

describe('completion', () => {
  const rows: [string, string, string, boolean | string][] = [
    ['before the deadline', '2023-10-20', '2023-11-08T09:59:59.999Z', true],
    ['exactly at the deadline', '2023-10-20', '2023-11-08T10:00:00.000Z', false],
    ['after the deadline', '2023-10-20', '2023-11-09T01:00:00.000Z', false],
    ['finished today', '2023-11-08', '2023-11-08T01:00:00.000Z', true],
    ['finished today, by Shanghai’s date', '2023-10-21', '2023-10-20T16:30:00.000Z', true],
    ['finished tomorrow', '2023-10-21', '2023-10-20T02:00:00.000Z', 'field.invalid /finishedOn'],
  ];
  const clock = { due: new Date('2023-11-08T10:00:00.000Z'), pausedAt: null };
  const onTime = (
    finishedOn: string,
    at: Date,
    running: typeof clock | { due: Date; pausedAt: Date } | null,
  ) => outcomeOf(() => completionOnTime(known(rectifyingCase()), running, finishedOn, at));
  it.each(rows)('%s', (_, finishedOn, at, expected) => {
    expect(onTime(finishedOn, new Date(at), clock)).toBe(expected);
  });

  it.each([
    ['before the due', '2023-11-01T02:00:00.000Z', true],
    ['once it was late', '2023-11-08T10:00:00.000Z', false],
  ])('while the clock stands still since a moment %s', (_, pausedAt, expected) => {
    const paused = { ...clock, pausedAt: new Date(pausedAt) };
    expect(onTime('2023-11-20', new Date('2023-11-20T02:00:00.000Z'), paused)).toBe(expected);
  });

  it('is reported once a round', () => {
    expect(onTime('2023-10-20', now, null)).toBe('hazard.stateConflict');
  });
});

describe('the next deadline', () => {
  const rows: [string, boolean, string | undefined, string | null][] = [
    ['passed', true, undefined, null],
    ['passed, with a date', true, '2023-11-20', 'field.invalid /newDeadline'],
    ['failed, without a date', false, undefined, 'acceptance.newDeadlineRequired /newDeadline'],
    ['failed, until that evening', false, '2023-11-20', '2023-11-20T10:00:00.000Z'],
    ['failed, until this evening', false, '2023-10-20', '2023-10-20T10:00:00.000Z'],
    ['failed, yesterday', false, '2023-10-19', 'hazard.deadlinePast /newDeadline'],
    ['failed, on a day off', false, '2023-10-22', '2023-10-22T10:00:00.000Z'],
    ['failed, in a year', false, '2024-10-20', '2024-10-20T10:00:00.000Z'],
    ['failed, in a year and a day', false, '2024-10-21', 'hazard.deadlineTooFar /newDeadline'],
  ];
  it.each(rows)('%s', (_, passed, newDeadline, expected) => {
    const verdict = { passed, newDeadline };
    expect(outcomeOf(() => nextDeadline(verdict, now, '18:00')?.toISOString() ?? null)).toBe(expected);
  });

  it('is past once the day has ended', () => {
    const evening = new Date('2023-10-20T10:00:00.000Z');
    const verdict = { passed: false, newDeadline: '2023-10-20' };
    expect(outcomeOf(() => nextDeadline(verdict, evening, '18:00'))).toBe('hazard.deadlinePast /newDeadline');
  });
});

describe('the visit on site', () => {
  const hazard = known(rectifyingCase({ rounds: { 1: { completedAt: '2023-10-18T02:00:00.000Z' } } }));
  const rows: [string, string | undefined][] = [
    ['2023-10-17', 'field.invalid /visitedOn'],
    ['2023-10-18', undefined],
    ['2023-10-20', undefined],
    ['2023-10-21', 'field.invalid /visitedOn'],
  ];
  it.each(rows)('on %s', (visitedOn, expected) => {
    expect(
      outcomeOf(() => {
        checkVisit(visitedOn, hazard, now);
      }),
    ).toBe(expected);
  });
});

describe('the government of a city', () => {
  const organisation = (code: string, level: 'city' | 'county' | 'province', placeCode: string) => ({
    code,
    nameZh: code,
    nameEn: code,
    level,
    parentCode: null,
    placeCode,
    campaignOffice: code === 'SX-OFFICE',
    creditCode: null,
  });
  const office = organisation('SX-OFFICE', 'province', '140000');
  const taiyuan = organisation('GOV-140100', 'city', '140100');
  const xiaodian = organisation('GOV-140105', 'county', '140105');

  it.each([
    ['its own', [xiaodian, office, taiyuan], 'GOV-140100'],
    ['none known: the campaign office', [xiaodian, office], 'SX-OFFICE'],
    ['nobody known', [xiaodian], 'organisation.unknown'],
  ])('%s', (_, organisations, expected) => {
    expect(outcomeOf(() => cityGovernmentOf('140100', organisations).code)).toBe(expected);
  });
});

/** What a rule answers, or the code of its refusal with the field. */
function outcomeOf(rule: () => unknown): unknown {
  try {
    return rule();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [error.code, ...error.fields.map(({ pointer }) => pointer)].join(' ');
  }
}

function known(hazard: ReturnType<typeof rectifyingCase>): KnownCase {
  if (!isKnown(hazard)) throw new Error('not known');
  return hazard;
}

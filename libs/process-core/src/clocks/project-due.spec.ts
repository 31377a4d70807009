import type { Period } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shanghai, storedCalendar, storedYears } from '../__fixtures__/stored-years.ts';
import { isWeekend, toLocalDate } from '../calendar/local-date.ts';
import { localText } from '../calendar/local-text.ts';
import { WorkingCalendar } from '../calendar/working-calendar.ts';
import { explainNamedDue } from './explain.ts';
import { type ClockChange, type ClockTerms, projectDue } from './project-due.ts';

const pause = (from: string, to: string): ClockChange => ({
  kind: 'pause',
  from: shanghai(from),
  to: shanghai(to),
});
const extension = (due: string): ClockChange => ({ kind: 'extension', due: shanghai(due) });
const counted = (start: string, period: Period, ...changes: ClockChange[]): ClockTerms => ({
  start: shanghai(start),
  base: { period },
  dayEnds: '18:00',
  changes,
});
const named = (due: string, ...changes: ClockChange[]): ClockTerms => ({
  start: shanghai('2023-10-09 09:00'),
  base: { named: shanghai(due), explanation: explainNamedDue(shanghai(due)) },
  dayEnds: '18:00',
  changes,
});
const dueText = (terms: ClockTerms, calendar = storedCalendar) => localText(projectDue(terms, calendar).due);

const threeDays = { workingDays: 3 };

describe('a due over the holidays of 2023', () => {
  it.each<[string, string, Period, string]>([
    ['before May Day', '2023-04-28 10:00', { workingDays: 1 }, '2023-05-04 18:00'],
    [
      'over May Day, its make-up Saturday counted',
      '2023-04-28 10:00',
      { workingDays: 3 },
      '2023-05-06 18:00',
    ],
    ['from the make-up Sunday before May Day', '2023-04-23 10:00', { workingDays: 5 }, '2023-04-28 18:00'],
    ['days that end on May Day', '2023-04-21 10:00', { days: 10 }, '2023-05-04 18:00'],
    ['over Mid-Autumn and National Day', '2023-09-28 17:59', { workingDays: 2 }, '2023-10-08 18:00'],
    ['7 and 8 October are worked', '2023-10-06 09:00', { workingDays: 2 }, '2023-10-08 18:00'],
    ['days that end on National Day', '2023-09-21 10:00', { days: 10 }, '2023-10-07 18:00'],
    ['a month that ends on 30 September', '2023-08-31 10:00', { months: 1 }, '2023-10-07 18:00'],
    ['a month from 31 January, no leap year', '2023-01-31 10:00', { months: 1 }, '2023-02-28 18:00'],
    ['a month to leap day', '2024-01-29 10:00', { months: 1 }, '2024-02-29 18:00'],
    ['a month from 31 January to leap day', '2024-01-31 10:00', { months: 1 }, '2024-02-29 18:00'],
    ['a year from leap day', '2024-02-29 10:00', { months: 12 }, '2025-02-28 18:00'],
    ['at 18:00 exactly', '2023-10-09 18:00', { workingDays: 1 }, '2023-10-10 18:00'],
    ['at midnight', '2023-10-10 00:00', { workingDays: 1 }, '2023-10-11 18:00'],
    ['a minute before midnight', '2023-10-09 23:59', { workingDays: 1 }, '2023-10-10 18:00'],
  ])('%s', (_, start, period, due) => {
    expect(dueText(counted(start, period))).toBe(due);
  });
});

describe('a pause', () => {
  it.each<[string, ClockTerms, string]>([
    [
      'of two days takes two days',
      counted('2023-10-09 09:00', threeDays, pause('2023-10-10 10:00', '2023-10-12 10:00')),
      '2023-10-16 18:00',
    ],
    [
      'from the start day on takes that day too',
      counted('2023-10-09 09:00', threeDays, pause('2023-10-09 10:00', '2023-10-11 10:00')),
      '2023-10-16 18:00',
    ],
    [
      'within one working day takes none',
      counted('2023-10-09 09:00', threeDays, pause('2023-10-10 10:00', '2023-10-10 16:00')),
      '2023-10-12 18:00',
    ],
    [
      'over a weekend takes the Friday alone',
      counted('2023-10-11 09:00', threeDays, pause('2023-10-13 10:00', '2023-10-16 09:00')),
      '2023-10-17 18:00',
    ],
    [
      'over the last evening leaves the next working day',
      counted('2023-10-09 09:00', threeDays, pause('2023-10-12 17:59', '2023-10-12 18:00')),
      '2023-10-13 18:00',
    ],
    [
      'from the due itself on changes nothing: it was late already',
      counted('2023-10-09 09:00', threeDays, pause('2023-10-12 18:00', '2023-10-30 09:00')),
      '2023-10-12 18:00',
    ],
    [
      'of days without work takes days of a period in days',
      counted('2023-10-09 09:00', { days: 10 }, pause('2023-10-14 09:00', '2023-10-15 20:00')),
      '2023-10-23 18:00',
    ],
    [
      'takes days of a period in months',
      counted('2023-10-09 09:00', { months: 1 }, pause('2023-10-10 09:00', '2023-10-13 09:00')),
      '2023-11-13 18:00',
    ],
    [
      'takes its hours of a period in hours',
      counted('2023-10-09 09:00', { hours: 4 }, pause('2023-10-09 10:00', '2023-10-09 11:30')),
      '2023-10-09 14:30',
    ],
    [
      'puts a named date off by its days, whatever the calendar says',
      named('2023-10-13 18:00', pause('2023-10-10 09:00', '2023-10-11 09:00')),
      '2023-10-14 18:00',
    ],
    [
      'comes upon another',
      counted(
        '2023-10-09 09:00',
        threeDays,
        pause('2023-10-10 10:00', '2023-10-11 10:00'),
        pause('2023-10-13 10:00', '2023-10-16 10:00'),
      ),
      '2023-10-16 18:00',
    ],
    [
      'on the day a last day off is carried to',
      counted('2023-10-09 09:00', { days: 5 }, pause('2023-10-15 09:00', '2023-10-17 09:00')),
      '2023-10-17 18:00',
    ],
  ])('%s', (_, terms, due) => {
    expect(dueText(terms)).toBe(due);
  });

  it('is explained', () => {
    const { explanation } = projectDue(
      counted('2023-10-09 09:00', threeDays, pause('2023-10-10 10:00', '2023-10-12 10:00')),
      storedCalendar,
    );
    expect(explanation.zh).toContain('2023-10-10 10:00至2023-10-12 10:00暂停计时');
    expect(explanation.en).toContain('Paused from 2023-10-10 10:00 to 2023-10-12 10:00');
  });
});

describe('an extension', () => {
  it.each<[string, ClockTerms, string]>([
    [
      'is the date that was granted',
      named('2023-10-31 18:00', extension('2023-11-18 18:00')),
      '2023-11-18 18:00',
    ],
    [
      'is never earlier than the date before',
      named('2023-10-31 18:00', extension('2023-10-20 18:00')),
      '2023-10-31 18:00',
    ],
    [
      'keeps what a pause before it took, and is put off by one behind it',
      named(
        '2023-10-31 18:00',
        pause('2023-10-10 09:00', '2023-10-12 09:00'),
        extension('2023-11-18 18:00'),
        pause('2023-11-01 09:00', '2023-11-04 09:00'),
      ),
      '2023-11-21 18:00',
    ],
    [
      'is overtaken by another',
      named('2023-10-31 18:00', extension('2023-11-18 18:00'), extension('2023-12-02 18:00')),
      '2023-12-02 18:00',
    ],
  ])('%s', (_, terms, due) => {
    expect(dueText(terms)).toBe(due);
  });
});

describe('whatever the terms', () => {
  const minutes = fc.integer({ min: 0, max: 500_000 });
  const instant = minutes.map((n) => new Date(shanghai('2023-01-01 00:00').getTime() + n * 60_000));
  const days = fc.integer({ min: 0, max: 120 });
  const period = fc.oneof(
    fc.record({ workingDays: days }),
    fc.record({ days }),
    fc.record({ hours: fc.integer({ min: 1, max: 240 }) }),
  );
  const stop = fc.tuple(instant, fc.integer({ min: 1, max: 60_000 })).map(([from, length]) => ({
    kind: 'pause' as const,
    from,
    to: new Date(from.getTime() + length * 60_000),
  }));
  const inOrder = fc
    .array(stop, { maxLength: 4 })
    .map((pauses) => pauses.sort((a, b) => a.from.getTime() - b.from.getTime()))
    .filter((pauses) => pauses.every(({ from }, i) => i === 0 || from >= pauses[i - 1]!.to));
  const dueAt = (terms: ClockTerms, calendar = storedCalendar) => projectDue(terms, calendar).due.getTime();
  const terms = (start: Date, base: ClockTerms['base'], changes: readonly ClockChange[]): ClockTerms => ({
    ...{ start, base, dayEnds: '18:00', changes },
  });

  it('more days never make it earlier', () => {
    fc.assert(
      fc.property(instant, days, fc.integer({ min: 1, max: 30 }), inOrder, (start, n, more, pauses) => {
        for (const unit of ['workingDays', 'days'] as const) {
          const of = (count: number) => dueAt(terms(start, { period: { [unit]: count } as Period }, pauses));
          expect(of(n + more)).toBeGreaterThanOrEqual(of(n));
        }
      }),
    );
  });

  it('a pause never shortens it', () => {
    fc.assert(
      fc.property(instant, period, inOrder, (start, counts, pauses) => {
        const dues = pauses.map((_, i) => dueAt(terms(start, { period: counts }, pauses.slice(0, i))));
        dues.push(dueAt(terms(start, { period: counts }, pauses)));
        expect(dues).toEqual([...dues].sort((a, b) => a - b));
      }),
    );
  });

  it('an extension is never earlier', () => {
    fc.assert(
      fc.property(instant, period, inOrder, instant, (start, counts, pauses, granted) => {
        const before = dueAt(terms(start, { period: counts }, pauses));
        const extended = dueAt(
          terms(start, { period: counts }, [...pauses, { kind: 'extension', due: granted }]),
        );
        expect(extended).toBe(Math.max(before, granted.getTime()));
      }),
    );
  });

  it('a day that becomes a holiday moves only what spans it', () => {
    const [year, ...others] = storedYears;
    const working = Array.from({ length: 364 }, (_, i) =>
      toLocalDate(new Date(shanghai('2023-01-01 12:00').getTime() + i * 86_400_000)),
    ).filter((day) => storedCalendar.isWorkingDay(day) && !isWeekend(day));
    fc.assert(
      fc.property(instant, days, fc.constantFrom(...working), (start, workingDays, day) => {
        const moved = new WorkingCalendar([{ ...year!, holidays: [...year!.holidays, day] }, ...others]);
        const counts = terms(start, { period: { workingDays } }, []);
        const [before, after] = [dueAt(counts), dueAt(counts, moved)];
        const spans = day > toLocalDate(start) && day <= toLocalDate(new Date(before));
        const itself = workingDays === 0 && day === toLocalDate(new Date(before));
        if (spans || itself) expect(after).toBeGreaterThan(before);
        else expect(after).toBe(before);
      }),
    );
  });
});

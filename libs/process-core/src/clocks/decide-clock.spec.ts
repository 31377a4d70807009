import type { Rung, RungName } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shanghai, storedCalendar } from '../__fixtures__/stored-years.ts';
import { localText } from '../calendar/local-text.ts';
import { standardLadder } from '../policy/ladders.ts';
import { type ClockState, nextWake } from './clock-state.ts';
import { decideClock } from './decide-clock.ts';
import { rungTimes } from './ladder.ts';

/** Started 9 October, due Wednesday 18 October 18:00: reminder 13th, leader 23rd, interview 27th. */
const start = shanghai('2023-10-09 09:00');
const due = shanghai('2023-10-18 18:00');
const opened = (ladder: readonly Rung[] = standardLadder.rungs): ClockState => ({
  state: 'open',
  due,
  rungs: rungTimes(ladder, start, due, storedCalendar),
});
const without = (clock: ClockState, ...gone: RungName[]): ClockState => ({
  ...clock,
  rungs: clock.rungs.filter(({ rung }) => !gone.includes(rung)),
});
const decide = (clock: ClockState, now: string) => decideClock(clock, shanghai(now), storedCalendar);

describe('a clock that has ended', () => {
  it.each(['met', 'cancelled'] as const)('%s: stays ended, however late it is asked', (state) => {
    const clock = { ...opened(), state };
    expect(decide(clock, '2024-01-01 00:00')).toEqual({ outcome: 'ended' });
    expect(nextWake(clock)).toBeNull();
  });
});

describe('too early', () => {
  it.each([
    ['2023-10-13 17:59', 60_000],
    ['2023-10-13 17:59:30', 30_000],
    ['2023-10-13 17:59:59', 1000],
    ['2023-10-13 17:59:59.600', 1000],
  ])('at %s: %i ms remain, never less than a second', (now, remainingMs) => {
    expect(decide(opened(), now)).toEqual({ outcome: 'notYet', remainingMs });
  });
});

describe('a rung is taken', () => {
  it.each<[string, ClockState, string, RungName, RungName[], string | null, boolean]>([
    ['the reminder on time', opened(), '2023-10-13 18:00', 'reminder', [], '2023-10-18 18:00', false],
    [
      'the reminder late, the due still ahead',
      opened(),
      '2023-10-18 17:59',
      'reminder',
      [],
      '2023-10-18 18:00',
      false,
    ],
    [
      'overdue exactly at the due',
      without(opened(), 'reminder'),
      '2023-10-18 18:00',
      'overdue',
      [],
      '2023-10-23 18:00',
      true,
    ],
    [
      'the leader on time',
      without(opened(), 'reminder', 'overdue'),
      '2023-10-23 18:00',
      'leader',
      [],
      '2023-10-27 18:00',
      true,
    ],
    [
      'the last one',
      without(opened(), 'reminder', 'overdue', 'leader'),
      '2023-10-27 18:00',
      'interview',
      [],
      null,
      true,
    ],
    [
      'down past the due: the reminder is skipped',
      opened(),
      '2023-10-18 19:00',
      'overdue',
      ['reminder'],
      '2023-10-23 19:00',
      true,
    ],
    [
      'down past the whole ladder: the earliest from the due onwards',
      opened(),
      '2023-11-20 10:00',
      'overdue',
      ['reminder'],
      '2023-11-23 10:00',
      true,
    ],
    [
      'down from the due past the rest',
      without(opened(), 'reminder', 'overdue'),
      '2023-11-20 10:00',
      'leader',
      [],
      '2023-11-24 10:00',
      true,
    ],
    [
      'up again on a Saturday: time to answer is counted in working days',
      opened(),
      '2023-10-21 10:00',
      'overdue',
      ['reminder'],
      '2023-10-25 10:00',
      true,
    ],
  ])('%s', (_, clock, now, rung, skipped, nextWakeAt, late) => {
    const outcome = decide(clock, now);
    expect(outcome).toMatchObject({ outcome: 'rungTaken', rung, skipped, overdueAt: late ? due : null });
    const wake = outcome.outcome === 'rungTaken' ? outcome.nextWakeAt : undefined;
    expect(wake && localText(wake)).toEqual(nextWakeAt);
  });

  it('leaves the rungs behind it with the spacing of the ladder', () => {
    const outcome = decide(opened(), '2023-11-20 10:00');
    const left = outcome.outcome === 'rungTaken' ? outcome.rungs : [];
    expect(left.map(({ rung, at }) => `${rung} ${localText(at)}`)).toEqual([
      'leader 2023-11-23 10:00',
      'interview 2023-11-29 10:00',
    ]);
  });

  it.each<[string, Rung[], string[]]>([
    [
      'days',
      [
        { rung: 'overdue', after: { days: 1 } },
        { rung: 'leader', after: { days: 4 } },
      ],
      ['leader 2023-11-23 10:00'],
    ],
    [
      'hours: by their distance',
      [
        { rung: 'overdue', after: { hours: 1 } },
        { rung: 'leader', after: { hours: 5 } },
      ],
      ['leader 2023-11-20 14:00'],
    ],
    [
      'seconds behind the due',
      [{ rung: 'overdue' }, { rung: 'leader', after: { seconds: 30 } }],
      ['leader 2023-11-20 10:00:30'],
    ],
    [
      'units that differ: by their distance',
      [
        { rung: 'overdue', after: { hours: 24 } },
        { rung: 'leader', after: { workingDays: 2 } },
      ],
      ['leader 2023-11-21 10:00'],
    ],
  ])('keeps a spacing in %s', (_, ladder, left) => {
    const outcome = decide(opened(ladder), '2023-11-20 10:00');
    const rungs = outcome.outcome === 'rungTaken' ? outcome.rungs : [];
    expect(rungs.map(({ rung, at }) => `${rung} ${localText(at)}`)).toEqual(left);
  });

  it('never brings a later rung forward', () => {
    const saturday = shanghai('2023-10-14 18:00');
    const clock: ClockState = {
      state: 'open',
      due: saturday,
      rungs: rungTimes(standardLadder.rungs.slice(1), start, saturday, storedCalendar),
    };
    expect(decide(clock, '2023-10-15 10:00')).toMatchObject({ nextWakeAt: shanghai('2023-10-18 18:00') });
  });
});

describe('a ladder with no rung left', () => {
  it('answers a repeated question without another rung', () => {
    const clock = without(opened(), 'reminder', 'overdue', 'leader', 'interview');
    expect(decide(clock, '2023-12-01 09:00')).toEqual({ outcome: 'climbed', skipped: [], overdueAt: due });
    expect(nextWake(clock)).toBeNull();
  });

  it('skips a reminder that had nothing behind it', () => {
    const clock = opened([{ rung: 'reminder', before: { workingDays: 3 } }]);
    expect(decide(clock, '2023-12-01 09:00')).toEqual({
      outcome: 'climbed',
      skipped: ['reminder'],
      overdueAt: due,
    });
  });
});

describe('whenever it is asked', () => {
  it('takes every rung at most once and in order, and leaves none in the past', () => {
    const waits = fc.array(fc.integer({ min: 1, max: 20 * 24 * 60 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(waits, (minutes) => {
        let clock = opened();
        let now = start.getTime();
        const taken: RungName[] = [];
        for (const wait of minutes) {
          now += wait * 60_000;
          const outcome = decideClock(clock, new Date(now), storedCalendar);
          if (outcome.outcome === 'notYet') {
            expect(nextWake(clock)!.getTime()).toBe(now + outcome.remainingMs);
            continue;
          }
          if (outcome.outcome !== 'rungTaken') break;
          expect(outcome.overdueAt !== null).toBe(now >= due.getTime());
          expect(outcome.skipped).toEqual(
            taken.length === 0 && outcome.rung === 'overdue' ? ['reminder'] : [],
          );
          for (const { at } of outcome.rungs) expect(at.getTime()).toBeGreaterThan(now);
          taken.push(outcome.rung);
          clock = { ...clock, rungs: outcome.rungs };
        }
        const whole: RungName[] = ['reminder', 'overdue', 'leader', 'interview'];
        const from = taken[0] === 'overdue' ? 1 : 0;
        expect(taken).toEqual(whole.slice(from, from + taken.length));
      }),
    );
  });
});

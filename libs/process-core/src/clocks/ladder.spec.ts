import type { Rung } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { shanghai, storedCalendar } from '../__fixtures__/stored-years.ts';
import { localText } from '../calendar/local-text.ts';
import { shortLadder, standardLadder } from '../policy/ladders.ts';
import { putOff, rungTimes } from './ladder.ts';

const planned = (ladder: readonly Rung[], start: string, due: string) =>
  rungTimes(ladder, shanghai(start), shanghai(due), storedCalendar).map(
    ({ rung, at }) => `${rung} ${localText(at)}`,
  );

describe('the rungs of a ladder', () => {
  it.each<[string, readonly Rung[], string, string, string[]]>([
    [
      'standard, in an ordinary month',
      standardLadder.rungs,
      '2023-10-09 09:00',
      '2023-11-08 18:00',
      [
        'reminder 2023-11-03 18:00',
        'overdue 2023-11-08 18:00',
        'leader 2023-11-13 18:00',
        'interview 2023-11-17 18:00',
      ],
    ],
    [
      'standard, around National Day',
      standardLadder.rungs,
      '2023-09-11 09:00',
      '2023-09-28 18:00',
      [
        'reminder 2023-09-25 18:00',
        'overdue 2023-09-28 18:00',
        'leader 2023-10-09 18:00',
        'interview 2023-10-13 18:00',
      ],
    ],
    [
      'standard, a reminder that would lie before the start does not exist',
      standardLadder.rungs,
      '2023-10-09 18:01',
      '2023-10-12 18:00',
      ['overdue 2023-10-12 18:00', 'leader 2023-10-17 18:00', 'interview 2023-10-23 18:00'],
    ],
    [
      'a reminder exactly at the start does',
      [{ rung: 'reminder', before: { workingDays: 3 } }],
      '2023-10-09 18:00',
      '2023-10-12 18:00',
      ['reminder 2023-10-09 18:00'],
    ],
    [
      'short',
      shortLadder.rungs,
      '2023-10-09 09:00',
      '2023-10-10 18:00',
      [
        'reminder 2023-10-10 14:00',
        'overdue 2023-10-10 18:00',
        'leader 2023-10-13 18:00',
        'interview 2023-10-19 18:00',
      ],
    ],
    [
      'a day that ends at 24:00 is still that day',
      standardLadder.rungs,
      '2023-10-09 09:00',
      '2023-10-21 00:00',
      [
        'reminder 2023-10-18 00:00',
        'overdue 2023-10-21 00:00',
        'leader 2023-10-26 00:00',
        'interview 2023-11-01 00:00',
      ],
    ],
    [
      'seconds, written in another order',
      [
        { rung: 'leader', after: { seconds: 10 } },
        { rung: 'overdue' },
        { rung: 'reminder', before: { seconds: 5 } },
      ],
      '2023-10-14 09:00',
      '2023-10-14 09:00:20',
      ['reminder 2023-10-14 09:00:15', 'overdue 2023-10-14 09:00:20', 'leader 2023-10-14 09:00:30'],
    ],
    [
      'days and months: those after the due do not fall on a day off, those before it stay',
      [
        { rung: 'reminder', before: { months: 1 } },
        { rung: 'leader', after: { days: 2 } },
        { rung: 'interview', after: { months: 1 } },
      ],
      '2023-09-01 09:00',
      '2023-11-09 18:00',
      ['reminder 2023-10-09 18:00', 'leader 2023-11-13 18:00', 'interview 2023-12-11 18:00'],
    ],
  ])('%s', (_, ladder, start, due, times) => {
    expect(planned(ladder, start, due)).toEqual(times);
  });
});

describe('the rungs of a clock that was late already when it stood still', () => {
  it('are put off by the length of the pause, not onto a day off; a reminder of the date that passed is not', () => {
    const ahead = rungTimes(
      standardLadder.rungs,
      shanghai('2023-10-09 09:00'),
      shanghai('2023-10-18 18:00'),
      storedCalendar,
    );
    const pause = { from: shanghai('2023-10-18 18:00'), to: shanghai('2023-10-22 18:00') };
    const left = putOff(ahead, pause, storedCalendar);
    expect(left.map(({ rung, at }) => `${rung} ${localText(at)}`)).toEqual([
      'reminder 2023-10-13 18:00',
      'overdue 2023-10-22 18:00',
      'leader 2023-10-27 18:00',
      'interview 2023-10-31 18:00',
    ]);
  });
});

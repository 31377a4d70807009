import { describe, expect, it } from '@jest/globals';
import { deadlineAsOf, type DeadlineMove } from './standing-deadline.ts';

const shanghai = (text: string): Date => new Date(`2023-${text}:00+08:00`);
const end = shanghai('11-01T00:00');
const named = '10-20T18:00';
const moved = (version: number, at: string, due: string | null): DeadlineMove => ({
  ...{ version, at: shanghai(at) },
  due: due === null ? null : shanghai(due),
});

describe('the deadline of a round as it stood at the end of a month', () => {
  it.each<[name: string, moves: DeadlineMove[], expected: string | null]>([
    ['never moved', [], named],
    ['extended', [moved(2, '10-15T09:00', '11-08T18:00')], '11-08T18:00'],
    ['extended in the month’s last minute', [moved(2, '10-31T23:59', '11-08T18:00')], '11-08T18:00'],
    ['extended at the end', [moved(2, '11-01T00:00', '11-08T18:00')], named],
    [
      'extended twice, once after the end',
      [moved(2, '10-15T09:00', '10-28T18:00'), moved(3, '11-02T09:00', '11-20T18:00')],
      '10-28T18:00',
    ],
    [
      'moved twice at one moment: the higher version holds',
      [moved(9, '10-15T09:00', '10-28T18:00'), moved(10, '10-15T09:00', '11-20T18:00')],
      '11-20T18:00',
    ],
    ['counted anew to an earlier date', [moved(2, '10-15T09:00', '10-18T18:00')], '10-18T18:00'],
    ['standing still', [moved(2, '10-15T09:00', null)], null],
    [
      'stopped, and gone on before the end',
      [moved(2, '10-15T09:00', null), moved(3, '10-25T09:00', '10-30T18:00')],
      '10-30T18:00',
    ],
    [
      'stopped, and gone on after the end',
      [moved(2, '10-15T09:00', null), moved(3, '11-01T09:00', '10-30T18:00')],
      null,
    ],
  ])('%s', (_, moves, expected) => {
    const round = { deadline: shanghai(named), moves };
    for (const heard of [round, { ...round, moves: moves.toReversed() }])
      expect(deadlineAsOf(heard, end)).toEqual(expected === null ? null : shanghai(expected));
  });
});

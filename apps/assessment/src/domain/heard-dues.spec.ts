import type { HazardEvent } from '@bihuan/contracts';
import { hazardLife, isHazardEvent, rectifyClock } from '@bihuan/testing/facts';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emptyMeasured, evolveMeasured, measuresOf } from './measures.ts';

const hazardNo = 'SX2023-140105-GAS-202310-00001K';
const life = hazardLife(hazardNo).filter(isHazardEvent);
const named = '2023-11-08T10:00:00.000Z';
const granted = '2023-11-28T10:00:00.000Z';
const at = (day: string) => `2023-10-${day}T02:00:00.000Z`;
const clock = (version: number, day: string, change: Partial<Parameters<typeof rectifyClock>[2]> = {}) =>
  rectifyClock(hazardNo, version, { due: named, at: at(day), ...change });
const opened = clock(1, '01');
const extended = clock(2, '10', { due: granted });
const move = (version: number, day: string, due: string | null) => ({
  ...{ version, at: new Date(at(day)) },
  due: due === null ? null : new Date(due),
});

const roundsOf = (events: readonly HazardEvent[]) =>
  measuresOf(events.reduce(evolveMeasured, emptyMeasured(hazardNo))).rounds;

it.each<[name: string, heard: HazardEvent[], moves: object[]]>([
  ['nothing was heard of', [], []],
  ['says what registration named', [opened], []],
  ['was extended', [opened, extended], [move(2, '10', granted)]],
  ['was extended, heard before it was opened', [extended], [move(2, '10', granted)]],
  ['was late after its extension', [extended, clock(4, '20', { due: granted })], [move(2, '10', granted)]],
  ['was told of again later', [extended, clock(2, '25', { due: granted })], [move(2, '10', granted)]],
  [
    'was stopped, and goes on',
    [opened, clock(2, '05', { paused: true }), clock(3, '09', { due: granted })],
    [move(2, '05', null), move(3, '09', granted)],
  ],
  ['was stopped when it was late already', [opened, clock(2, '05', { paused: true, overdueAt: named })], []],
  [
    'was stopped, and ended meanwhile',
    [clock(2, '05', { paused: true }), clock(3, '09', { state: 'met' })],
    [move(2, '05', null), move(3, '09', named)],
  ],
  ['is that of the next round', [clock(1, '20', { round: 2, due: granted })], []],
])('a clock that %s', (_, heard, moves) => {
  for (const events of [heard, heard.toReversed()]) {
    const [first] = roundsOf([...life, ...events]);
    expect(first).toMatchObject({ deadline: new Date(named), moves });
    expect(first?.moves).toHaveLength(moves.length);
  }
});

it('moves the round that it is of, and no other', () => {
  const ofSecond = clock(2, '20', { round: 2, due: '2023-12-20T10:00:00.000Z' });
  const [first, second] = roundsOf([...life, extended, ofSecond]);
  expect([first?.moves, second?.moves]).toEqual([
    [move(2, '10', granted)],
    [move(2, '20', '2023-12-20T10:00:00.000Z')],
  ]);
});

it('its moves are the same whatever the order of the facts and however often they come', () => {
  const all = [
    ...life,
    ...[opened, extended, clock(2, '25', { due: granted }), clock(3, '12', { due: granted, paused: true })],
    ...[clock(4, '14', { due: '2023-11-30T10:00:00.000Z' }), clock(5, '28', { state: 'met' })],
  ];
  const disordered = fc
    .tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.shuffledSubarray(all))
    .map(([once, again]) => [...again, ...once]);
  fc.assert(
    fc.property(disordered, (events) => {
      expect(roundsOf(events)).toEqual(roundsOf(all));
    }),
  );
});

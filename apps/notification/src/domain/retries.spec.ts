import type { Channel } from '@bihuan/contracts';
import { expect, it } from '@jest/globals';
import { isGivenUp, pauseAfter } from './retries.ts';

it.each([
  [1, 5],
  [2, 10],
  [3, 20],
  [10, 2560],
  [11, 3600],
  [500, 3600],
])('after attempt %i waits %i seconds', (attempts, seconds) => {
  expect(pauseAfter(attempts)).toBe(seconds * 1000);
});

const days = (n: number) => n * 86_400_000;
it.each<[Channel, number, boolean]>([
  ['webhook', days(3) - 1, false],
  ['webhook', days(3), true],
  ['email', days(300), false],
])('a delivery by %s tried for %i ms is given up: %p', (channel, triedForMs, given) => {
  expect(isGivenUp(channel, triedForMs)).toBe(given);
});

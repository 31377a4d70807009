import { expect, it } from '@jest/globals';
import { eventsAllowed } from './histories.ts';

const none = { events: 0, bytes: 0, timers: 0, activities: 0, signals: 0, upserts: 0, fired: 0 };

it.each([
  ['nothing', {}, 11],
  ['an activity', { activities: 1 }, 17],
  ['a signal that wakes it', { signals: 1 }, 15],
  ['an upsert', { upserts: 1 }, 12],
  ['a clock that fires', { fired: 1 }, 22],
  ['some of each', { activities: 2, signals: 9, upserts: 8, fired: 2 }, 89],
])('a loop with %s may have so many events', (_what, has, events) => {
  expect(eventsAllowed({ ...none, ...has })).toBe(events);
});

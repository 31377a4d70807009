import { describe, expect, test } from '@jest/globals';
import { ManualBusinessClock } from './manual-business-clock.ts';

describe('ManualBusinessClock', () => {
  test('stands still, moves on when told', () => {
    const clock = new ManualBusinessClock('2023-10-09T09:00:00+08:00');
    expect(clock.now().toISOString()).toBe('2023-10-09T01:00:00.000Z');
    clock.advance(60_000);
    expect(clock.now().toISOString()).toBe('2023-10-09T01:01:00.000Z');
    clock.advanceTo('2023-10-10T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2023-10-10T00:00:00.000Z');
  });

  test('refuses to go back and an instant without offset', () => {
    const clock = new ManualBusinessClock('2023-10-09T01:00:00Z');
    expect(() => {
      clock.advance(-1);
    }).toThrow(RangeError);
    expect(() => {
      clock.advanceTo('2023-10-08T01:00:00Z');
    }).toThrow(RangeError);
    expect(() => new ManualBusinessClock('2023-10-09T09:00:00')).toThrow(RangeError);
  });
});

import { describe, expect, it } from '@jest/globals';
import type { NamedClock } from '@bihuan/process-core';
import { answered, silenceOn, type Silences, silent } from './silence.ts';

const clock: NamedClock = {
  clockId: 'handover.acknowledge.1',
  version: 3,
  open: true,
  owner: 'handover',
  kind: 'acknowledge',
  due: '2023-10-10T10:00:00.000Z',
  wakeAt: '2023-10-10T06:00:00.000Z',
  overdueAt: null,
  waitsFor: '太原市人民政府',
};
const now = Date.parse('2023-10-10T06:00:30.000Z');

describe('an owner that does not answer', () => {
  it.each([
    [1, 5],
    [2, 10],
    [3, 20],
    [4, 40],
    [5, 80],
    [6, 160],
    [7, 300],
    [30, 300],
  ])('is asked again after silence %i in %i seconds', (times, seconds) => {
    let silences: Silences = {};
    for (let n = 0; n < times; n += 1) silences = silent(clock, silences, now);
    const again = silenceOn(clock, silences);
    expect(again?.times).toBe(times);
    expect(Date.parse(again?.askAgainAt ?? '')).toBe(now + seconds * 1_000);
  });

  it('is not waited for once a fact or an answer has changed the clock', () => {
    const silences = silent(clock, {}, now);
    expect(silenceOn({ ...clock, version: 4 }, silences)).toBeUndefined();
    expect(answered(clock.clockId, silences)).toEqual({});
  });
});

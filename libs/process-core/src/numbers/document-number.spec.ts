import type { Track } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { documentNumber } from './document-number.ts';

const hazardNo = 'SX2023-140105-GAS-202310-00001K';

describe('the number of a handover’s document', () => {
  it.each<[Track, number, string]>([
    ['territorial', 1, `${hazardNo}-T1`],
    ['industry', 1, `${hazardNo}-H1`],
    ['territorial', 12, `${hazardNo}-T12`],
  ])('%s, %d in its chain', (track, ordinal, expected) => {
    expect(documentNumber(hazardNo, track, ordinal)).toBe(expected);
  });

  it.each([0, -1, 1.5, NaN])('is not made for place %d', (ordinal) => {
    expect(() => documentNumber(hazardNo, 'industry', ordinal)).toThrow(RangeError);
  });
});

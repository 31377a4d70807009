import { describe, expect, it } from '@jest/globals';
import { interviewNumber } from './interview-number.ts';

describe('the number of a warning interview', () => {
  it.each([
    ['SX2023', 1, 'SX2023-I-0001'],
    ['SX2023', 9_999, 'SX2023-I-9999'],
    ['SX2023', 10_000, 'SX2023-I-10000'],
  ])('%s, %d', (campaign, serial, number) => {
    expect(interviewNumber(campaign, serial)).toBe(number);
  });
});

import { describe, expect, it } from '@jest/globals';
import { standardInForceFrom } from './standards.ts';

describe('first day in force of a standard', () => {
  it.each([
    ['2023-05-15', 'MEM-ORDER-10-2023', '2023-05-15'],
    ['', 'NMSA-KA-2024-41', '2024-01-01'],
    ['', 'SAWS-AJZG3-2017-121-HC', '2017-01-01'],
    ['', 'GB35181-2017', '2017-01-01'],
    ['', 'NRA-RAIL-TRIAL', '2022-01-01'],
  ])('"%s" of %s: %s', (given, code, expected) => {
    expect(standardInForceFrom(given, code)).toBe(expected);
  });
});

import { HazardNo } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hazardNumber, isHazardNumber, parseHazardNumber } from './hazard-number.ts';
import { checkCharacter } from './mod-37-36.ts';

const alphabet = Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const text = (letters: string[], minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...letters), { minLength, maxLength }).map((all) => all.join(''));
const anyParts = fc.record({
  campaign: text(alphabet, 2, 12),
  place: text(alphabet.slice(0, 10), 6, 6),
  letters: text(alphabet.slice(10), 2, 4),
  month: fc
    .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
    .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`),
  serial: fc.integer({ min: 1, max: 999_999_999 }),
});

describe('the check character', () => {
  it.each([
    ['A12425GABC1234002', 'M', 'a global release identifier'],
    ['00000000D07A0090', 'Q', 'an audiovisual number'],
  ])('of %s is %s, as published (%s)', (body, check) => {
    expect(checkCharacter(body)).toBe(check);
  });

  it.each(['a', '-', 'Ω', ' '])('%p is refused', (character) => {
    expect(() => checkCharacter(character)).toThrow(RangeError);
  });
});

describe('a hazard number', () => {
  const parts = { campaign: 'SX2023', place: '140105', letters: 'GAS', month: '2023-10', serial: 1 };

  it.each([
    [1, /^SX2023-140105-GAS-202310-00001[0-9A-Z]$/],
    [99_999, /^SX2023-140105-GAS-202310-99999[0-9A-Z]$/],
    [100_000, /^SX2023-140105-GAS-202310-100000[0-9A-Z]$/],
  ])('with serial %i reads %p', (serial, shape) => {
    expect(hazardNumber({ ...parts, serial })).toMatch(shape);
  });

  it.each<[string, Partial<typeof parts>]>([
    ['no serial', { serial: 0 }],
    ['a negative serial', { serial: -1 }],
    ['a broken serial', { serial: 1.5 }],
    ['a serial of ten digits', { serial: 1_000_000_000 }],
    ['small letters', { campaign: 'sx2023' }],
    ['a place of five digits', { place: '14010' }],
    ['one letter', { letters: 'G' }],
    ['a month of one digit', { month: '2023-1' }],
    ['a thirteenth month', { month: '2023-13' }],
  ])('is not made of %s', (_, wrong) => {
    expect(() => hazardNumber({ ...parts, ...wrong })).toThrow(RangeError);
  });

  it.each([
    ['', 'nothing'],
    ['SX2023-140105-GAS-202310-00001', 'no check character'],
    ['SX2023-140105-GAS-202310-0001A', 'a short serial'],
    ['SX2023_140105-GAS-202310-00001A', 'another separator'],
    [` ${hazardNumber(parts)}`, 'a blank in front'],
    [hazardNumber(parts).toLowerCase(), 'small letters'],
  ])('%p is none (%s)', (wrong) => {
    expect(isHazardNumber(wrong)).toBe(false);
    expect(parseHazardNumber(wrong)).toBeNull();
  });

  it('comes apart as it was put together, and the contract accepts it', () => {
    fc.assert(
      fc.property(anyParts, (any) => {
        const number = hazardNumber(any);
        expect(parseHazardNumber(number)).toEqual(any);
        expect(HazardNo.safeParse(number).success).toBe(true);
      }),
    );
  });

  it('betrays every single wrong character', () => {
    fc.assert(
      fc.property(anyParts, fc.nat(), fc.constantFrom(...alphabet), (any, where, other) => {
        const number = hazardNumber(any);
        const at = where % number.length;
        fc.pre(number[at] !== '-' && number[at] !== other);
        expect(isHazardNumber(number.slice(0, at) + other + number.slice(at + 1))).toBe(false);
      }),
    );
  });
});

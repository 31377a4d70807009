import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { creditCodeCheckDigit, creditCodeFor, isCreditCode } from './credit-code.ts';

const alphabet = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
const anyBody = fc
  .array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join(''));

describe('a unified social credit code', () => {
  it.each(['91330424MA28AQAQXU', '11330800002618015K', '11341600731642621U', '113715250043286799'])(
    '%s is right',
    (code) => {
      expect(isCreditCode(code)).toBe(true);
      expect(creditCodeFor(code.slice(0, 17))).toBe(code);
    },
  );

  it.each([
    ['91350100M000100Y4Z', 'Z is not in its alphabet'],
    ['91330424MA28AQAQXW', 'a wrong check digit'],
    ['91330424MA28AQAQX', 'seventeen characters'],
    ['91330424MA28AQAQXUU', 'nineteen characters'],
    ['9133O424MA28AQAQXU', 'the letter O'],
    ['91330424ma28aqaqxu', 'small letters'],
    ['', 'nothing'],
  ])('%p is wrong: %s', (code) => {
    expect(isCreditCode(code)).toBe(false);
  });

  it.each([
    ['91330424MA28AQAQ', 'sixteen'],
    ['91330424MA28AQAQXU', 'eighteen'],
    ['9133O424MA28AQAQX', 'a letter O'],
  ])('%s has no check digit (%s)', (body) => {
    expect(() => creditCodeCheckDigit(body)).toThrow(RangeError);
  });

  it('is accepted as it was made, and no longer with one character changed', () => {
    fc.assert(
      fc.property(anyBody, fc.nat({ max: 17 }), fc.constantFrom(...alphabet), (body, at, other) => {
        const code = creditCodeFor(body);
        expect(isCreditCode(code)).toBe(true);
        fc.pre(code[at] !== other);
        expect(isCreditCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
      }),
    );
  });
});

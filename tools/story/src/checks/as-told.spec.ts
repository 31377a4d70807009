import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem } from '@bihuan/api-client';
import { asTold, becomesAsTold, OtherThanTold, refusedAsTold } from './as-told.ts';

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe('what the product says', () => {
  it('is printed where it is as told', () => {
    asTold('state', { state: 'struckOff' }, { state: 'struckOff' });
    expect(jest.mocked(console.log).mock.lastCall).toEqual([expect.stringMatching(/✔ +state/)]);
  });

  it.each([
    ['another value', ['met'], ['met', 'met']],
    ['another order', ['b', 'a'], ['a', 'b']],
    ['something more', [], ['clock.leader']],
  ])('is an error where it is %s', (_, told, found) => {
    const message = `clocks\n    told:  ${JSON.stringify(told)}\n    found: ${JSON.stringify(found)}`;
    expect(() => {
      asTold('clocks', found, told);
    }).toThrow(new OtherThanTold('clocks', told, found));
    expect(new OtherThanTold('clocks', told, found).message).toBe(message);
  });

  it('may come a moment later', async () => {
    const answers = [0, 1, 2];
    await becomesAsTold('count', () => Promise.resolve(answers.shift()), 2);
    expect(answers).toEqual([]);
  });
});

describe('a command that must be refused', () => {
  const refusal = new ApiProblem(409, 'reprojection.changed', '');

  it('is as told with its status and code', async () => {
    await refusedAsTold('stale', [409, 'reprojection.changed'], () => Promise.reject(refusal));
    expect(console.log).toHaveBeenCalled();
  });

  it.each([
    ['taken', () => Promise.resolve('done')],
    ['refused for another reason', () => Promise.reject(new ApiProblem(403, 'auth.notAllowed', ''))],
  ])('is an error where it is %s', async (_, command) => {
    const told = refusedAsTold('stale', [409, 'reprojection.changed'], command);
    await expect(told).rejects.toThrow(OtherThanTold);
  });

  it('that fails otherwise is no refusal', async () => {
    const broken = () => Promise.reject(new TypeError('fetch failed'));
    await expect(refusedAsTold('stale', [409, 'reprojection.changed'], broken)).rejects.toThrow(TypeError);
  });
});

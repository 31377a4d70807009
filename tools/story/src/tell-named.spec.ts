import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { OtherThanTold } from './checks/as-told.ts';
import type { Setting } from './setting.ts';
import type { Story } from './stories/catalogue.ts';
import { tellNamed } from './tell-named.ts';

const setting = {} as Setting;
const happens: Story = () => Promise.resolve();
const fails: Story = () => Promise.reject(new OtherThanTold('clocks', ['met'], ['open']));

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const lastLines = (n: number) =>
  jest
    .mocked(console.log)
    .mock.calls.slice(-n)
    .map(([line]) => String(line));

describe('named stories', () => {
  it('end with a line each, and how long it took', async () => {
    expect(
      await tellNamed(
        [
          ['on-time', happens],
          ['overdue', happens],
        ],
        setting,
      ),
    ).toBe(true);
    expect(lastLines(2)).toEqual([
      expect.stringMatching(/^✔ passed {2}on-time \(\d+\.\d s\)$/),
      expect.stringMatching(/^✔ passed {2}overdue \(\d+\.\d s\)$/),
    ]);
  });

  it('are told to the end after one that found something else', async () => {
    expect(
      await tellNamed(
        [
          ['on-time', fails],
          ['overdue', happens],
        ],
        setting,
      ),
    ).toBe(false);
    expect(console.error).toHaveBeenCalledWith('✖ on-time:', expect.stringContaining('found: ["open"]'));
    expect(lastLines(2)).toEqual([
      expect.stringMatching(/^✖ failed {2}on-time /),
      expect.stringMatching(/^✔ passed {2}overdue /),
    ]);
  });
});

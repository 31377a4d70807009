import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { runSteps, type Step } from './steps.ts';

let printed: string[];
beforeEach(() => {
  printed = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => {
    printed.push(line);
  });
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** A step that says a line every second for 20 seconds of its clock. */
function step(about: Partial<Step>): Step {
  let now = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => now);
  return {
    title: 'Ledger',
    run: (report) => {
      for (; now < 20_000; now += 1_000) report(`${now / 1_000} rows`);
      return Promise.resolve('done');
    },
    ...about,
  };
}

test('plain lines come rarely, and one at the end', async () => {
  await runSteps([step({})], true);
  expect(printed).toEqual(['… Ledger: 15 rows', '✔ Ledger: done']);
});

test('a step may show its lines more often', async () => {
  await runSteps([step({ plainIntervalMs: 5_000 })], true);
  expect(printed).toEqual(['… Ledger: 5 rows', '… Ledger: 10 rows', '… Ledger: 15 rows', '✔ Ledger: done']);
});

test('what a step throws comes out, and no line says it is done', async () => {
  const failing = { title: 'Ledger', run: () => Promise.reject(new Error('no ledger')) };
  await expect(runSteps([failing], true)).rejects.toThrow('no ledger');
  expect(printed).toEqual([]);
});

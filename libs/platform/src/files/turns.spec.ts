import { expect, test } from '@jest/globals';
import { Turns } from './turns.ts';

test('one at a time, in order, whatever becomes of each', async () => {
  const turns = new Turns();
  const [seen, gates] = [[] as string[], [1, 2, 3].map(() => Promise.withResolvers<undefined>())];
  const work = (n: number) => async () => {
    seen.push(`begins ${n}`);
    await gates[n]!.promise;
    seen.push(`ends ${n}`);
    if (n === 0) throw new Error('no');
    return n;
  };
  const all = Promise.allSettled([0, 1, 2].map((n) => turns.take(work(n))));
  for (const gate of gates.toReversed()) gate.resolve(undefined);
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
  expect(seen).toEqual(['begins 0', 'ends 0', 'begins 1', 'ends 1', 'begins 2', 'ends 2']);
});

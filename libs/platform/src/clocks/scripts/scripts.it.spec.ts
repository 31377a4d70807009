import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ClockWorld, startClockWorld } from '../clock-world.fixture.ts';
import { KeptClocks } from './kept-clocks.fixture.ts';
import { instantOf } from './plain-calendar.fixture.ts';
import { anyScript, played } from './script.fixture.ts';

describe('100 random scripts over the clocks as they are kept', () => {
  let world: ClockWorld;
  beforeAll(async () => (world = await startClockWorld('supervision')));
  afterAll(() => world.close());

  it('end with the ledgers of clocks that are counted day by day, and each rung was told once', async () => {
    await fc.assert(
      fc.asyncProperty(anyScript, async (script) => {
        await world.reset(instantOf(script.start).toISOString());
        const { expected, found } = await played(script, new KeptClocks(world));
        expect(found).toEqual(expected);
        const taken = found.ledgers.flatMap(({ behind }) =>
          behind.filter((line) => !line.endsWith('skipped')),
        );
        const told = (await world.facts()).filter((type) => type === 'clock.rungTaken');
        expect(told).toHaveLength(taken.length);
      }),
      { numRuns: 100, endOnFailure: true },
    );
  }, 120_000);
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PlannedClocks } from './planned-clocks.fixture.ts';
import { anyScript, type Ledger, played } from './script.fixture.ts';

describe('1,000 random scripts', () => {
  it('end with the ledgers of clocks that are counted day by day', async () => {
    await fc.assert(
      fc.asyncProperty(anyScript, async (script) => {
        const { expected, found } = await played(script, new PlannedClocks());
        expect(found).toEqual(expected);
        for (const ledger of found.ledgers) expectSound(ledger);
      }),
      { numRuns: 1_000 },
    );
  });
});

/** What holds of every ledger, whatever happened: each rung once a ladder, and nothing ahead of what has ended. */
function expectSound({ state, behind, ahead, wakeAt, overdueAt, due }: Ledger): void {
  const rungs = behind.map((line) => line.replace(' skipped', ''));
  expect(new Set(rungs).size).toBe(rungs.length);
  expect(['open', 'met', 'cancelled']).toContain(state);
  if (state !== 'open') expect([ahead, wakeAt]).toEqual([[], null]);
  if (overdueAt !== null) expect(overdueAt).toBe(due);
}

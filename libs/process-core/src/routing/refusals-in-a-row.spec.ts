import { describe, expect, it } from '@jest/globals';
import { type ChainedHandover, refusalsInARow } from './refusals-in-a-row.ts';

const refused = { refused: true, settled: false };
const acknowledged = { refused: false, settled: true };
const insisted = { refused: true, settled: true };
/** Transferred by its addressee, redirected unanswered, or still waiting. */
const passed = { refused: false, settled: false };

describe('refusals in a row', () => {
  it.each<[string, ChainedHandover[], number]>([
    ['no handover', [], 0],
    ['the first waits for its answer', [passed], 0],
    ['the first refused', [refused], 1],
    ['refused, redirected, refused', [refused, refused], 2],
    ['and once more', [refused, refused, refused], 3],
    ['redirected unanswered, then refused', [passed, refused], 1],
    ['refused, passed on by the next, refused', [refused, passed, refused], 2],
    ['refused, the next acknowledged, corrected, refused', [refused, acknowledged, refused], 1],
    ['insisted upon, corrected, refused', [insisted, refused], 1],
    ['two refused, acknowledged', [refused, refused, acknowledged], 0],
    ['insisted upon', [insisted], 0],
    ['settled, corrected, refused twice', [acknowledged, refused, refused], 2],
  ])('%s', (_, chain, expected) => {
    expect(refusalsInARow(chain)).toBe(expected);
  });
});

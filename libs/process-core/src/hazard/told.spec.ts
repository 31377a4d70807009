import { readFileSync } from 'node:fs';
import { type LoopFact, loopFactTypes } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { evolve } from './evolve.ts';
import { emptyFacts, type HazardFacts } from './hazard-facts.ts';
import { toldAll } from './told.ts';

const examples = new URL('../../../contracts/src/events/__examples__/', import.meta.url);
const exampleOf = (type: string): LoopFact =>
  JSON.parse(readFileSync(new URL(`${type}.json`, examples), 'utf8')) as LoopFact;
const empty = emptyFacts('SX2023-140105-GAS-202310-00001G');

/** What a loop knows of clocks that run: whom an ended one waited for is nobody's question. */
function known(facts: readonly LoopFact[]): HazardFacts {
  const folded = facts.reduce(evolve, empty);
  const clocks = Object.entries(folded.clocks).map(([id, clock]) => [
    id,
    clock.open ? clock : { ...clock, waitsFor: '' },
  ]);
  return { ...folded, clocks: Object.fromEntries(clocks) as HazardFacts['clocks'] };
}

describe('facts as a loop is told them', () => {
  it.each(loopFactTypes)('%s comes to the same as the whole fact', (type) => {
    const whole = exampleOf(type);
    const told = toldAll([whole]);
    expect(known(told)).toEqual(known([whole]));
    expect(known(told)).not.toEqual(empty);
    expect(JSON.stringify(told).length).toBeLessThan(JSON.stringify(whole).length * 0.8);
  });

  it('say that a ledger had struck the hazard off before', () => {
    const registered = exampleOf('hazard.registered');
    const history = { reportedAt: '2023-10-01T01:00:00.000Z', struckOffAt: '2023-09-01T01:00:00.000Z' };
    const whole = { ...registered, data: { ...registered.data, history } } as LoopFact;
    expect(known(toldAll([whole]))).toEqual(known([whole]));
    expect(known(toldAll([whole])).closedInHistory).toBe(true);
  });

  it.each<[string, (facts: LoopFact[]) => LoopFact[]]>([
    ['in their order', (facts) => facts],
    ['backwards', (facts) => facts.toReversed()],
    ['twice', (facts) => [...facts, ...facts]],
  ])('name a clock that changed several times once, %s', (_, arrange) => {
    const opened = exampleOf('clock.opened') as LoopFact & { data: { clockId: string; version: number } };
    const at = (type: 'clock.moved' | 'clock.ended', version: number) =>
      ({
        ...exampleOf(type),
        data: { ...exampleOf(type).data, clockId: opened.data.clockId, version },
      }) as LoopFact;
    const all = arrange([opened, at('clock.moved', 2), exampleOf('plan.filed'), at('clock.ended', 3)]);
    const told = toldAll(all);
    expect([...new Set(told.map(({ type }) => type))].sort()).toEqual(['clock.ended', 'plan.filed']);
    expect(known(told)).toEqual(known(all));
  });
});

import { readFileSync } from 'node:fs';
import { type LoopFact, loopFactTypes } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { evolve } from './evolve.ts';
import { emptyFacts } from './hazard-facts.ts';
import { toldOf } from './told.ts';

const examples = new URL('../../../contracts/src/events/__examples__/', import.meta.url);
const exampleOf = (type: string): LoopFact =>
  JSON.parse(readFileSync(new URL(`${type}.json`, examples), 'utf8')) as LoopFact;
const empty = emptyFacts('SX2023-140105-GAS-202310-00001G');

describe('a fact as a loop is told it', () => {
  it.each(loopFactTypes)('%s comes to the same as the whole fact', (type) => {
    const whole = exampleOf(type);
    const told = toldOf(whole);
    expect(evolve(empty, told)).toEqual(evolve(empty, whole));
    expect(evolve(empty, told)).not.toEqual(empty);
    expect(JSON.stringify(told).length).toBeLessThan(JSON.stringify(whole).length * 0.8);
  });

  it('says that a ledger had struck the hazard off before', () => {
    const registered = exampleOf('hazard.registered') as LoopFact & { data: object };
    const history = { reportedAt: '2023-10-01T01:00:00.000Z', struckOffAt: '2023-09-01T01:00:00.000Z' };
    const whole = { ...registered, data: { ...registered.data, history } } as LoopFact;
    expect(evolve(empty, toldOf(whole))).toEqual(evolve(empty, whole));
    expect(evolve(empty, toldOf(whole)).closedInHistory).toBe(true);
  });
});

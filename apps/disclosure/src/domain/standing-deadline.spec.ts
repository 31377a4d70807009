import { hazardLife, isHazardEvent, petitionDecided, rectifyClock } from '@bihuan/testing/facts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emptyMaterial, evolveMaterial, type MaterialEvent, materialOf } from './material.ts';

const hazardNo = 'SX2023-140105-GAS-202310-00001K';
const life = hazardLife(hazardNo).filter(isHazardEvent);
const [registered] = life;
const failed = life.find(({ type }) => type === 'acceptance.decided')!;
const [named, renewed] = ['2023-11-08T10:00:00.000Z', '2023-11-30T10:00:00.000Z'];
const [granted, later] = ['2023-11-20T10:00:00.000Z', '2023-12-20T10:00:00.000Z'];

const clock = (version: number, due: string, round = 1) =>
  rectifyClock(hazardNo, version, { due, round, at: '2023-10-09T02:00:00.000Z' });
const decided = (deadline: string, change: { round?: number; agreed?: boolean } = {}) =>
  petitionDecided(hazardNo, { deadline, ...change });
const materialAfter = (events: readonly MaterialEvent[]) =>
  events.reduce(evolveMaterial, emptyMaterial(hazardNo));

describe('the deadline that an edition shows', () => {
  it.each<[name: string, facts: MaterialEvent[], deadline: string, extended: true | undefined]>([
    ['no clock was heard', [], named, undefined],
    ['the clock says the same', [clock(1, named)], named, undefined],
    ['put off by a pause', [clock(1, named), clock(3, later)], later, undefined],
    ['extended', [clock(2, granted), decided(granted)], granted, true],
    ['extended twice', [clock(3, later), decided(granted), decided(later)], later, true],
    ['extended, then put off by a pause', [clock(3, later), decided(granted)], later, true],
    ['granted, and the clock not heard of yet', [clock(1, named), decided(granted)], named, undefined],
    ['refused', [clock(1, named), decided(named, { agreed: false })], named, undefined],
    ['failed after an extension', [clock(2, granted), decided(granted), failed], renewed, undefined],
    [
      'failed, extended again',
      [clock(2, granted), decided(granted), failed, clock(2, later, 2), decided(later, { round: 2 })],
      later,
      true,
    ],
  ])('%s', (_, facts, deadline, extended) => {
    for (const heard of [
      [registered!, ...facts],
      [...facts, registered!].toReversed(),
      [...facts, registered!],
    ]) {
      const { publicFields } = materialOf(materialAfter(heard));
      expect([publicFields?.deadline, publicFields?.extended]).toEqual([deadline, extended]);
    }
  });

  it('is the same whatever the order of the facts and however often they come', () => {
    const all: MaterialEvent[] = [
      ...life,
      ...[clock(1, named), clock(2, granted), clock(1, renewed, 2), clock(2, later, 2)],
      ...[decided(granted), decided(later, { round: 2 }), decided(named, { agreed: false })],
    ];
    const disordered = fc
      .tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.shuffledSubarray(all))
      .map(([every, again]) => [...again, ...every]);
    fc.assert(
      fc.property(disordered, (events) => {
        expect(materialAfter(events)).toEqual(materialAfter(all));
      }),
    );
  });
});

import { hazardLife, isHazardEvent } from '@bihuan/testing/facts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emptyMaterial, evolveMaterial, materialOf, type MaterialFacts } from './material.ts';

const hazardNo = 'SX2023-140105-GAS-202310-00001K';
const life = hazardLife(hazardNo).filter(isHazardEvent);
const fold = (events: typeof life): MaterialFacts => events.reduce(evolveMaterial, emptyMaterial(hazardNo));
const upTo = (type: string) => life.slice(0, life.findIndex((event) => event.type === type) + 1);

describe('the material of editions', () => {
  it('holds the public fields, and the months of Shanghai', () => {
    expect(materialOf(fold(life))).toEqual({
      grouping: { campaignCode: 'SX2023', cityCode: '140100', fieldCode: 'gas' },
      publicFields: {
        kind: 'illegal_act',
        massCasualties: true,
        unitName: '某液化气站',
        placeName: '小店区',
        cityName: '太原市',
        address: '某路1号',
        fieldName: '燃气',
        standardCode: 'GAS-2023',
        clauseNo: '4.1',
        description: '充装未取得许可的气瓶',
        deadline: '2023-11-08T10:00:00.000Z',
      },
      state: 'struckOff',
      overdue: false,
      registeredMonth: '2023-10',
      struckOffMonth: '2023-12',
    });
  });

  it.each([
    ['hazard.registered', { state: 'registered', overdue: false, struckOffMonth: null }],
    ['clock.rungTaken', { state: 'handedOver', overdue: true, struckOffMonth: null }],
    ['plan.filed', { state: 'rectifying', overdue: false, struckOffMonth: null }],
  ])('after %s', (type, expected) => {
    expect(materialOf(fold(upTo(type)))).toMatchObject({ ...expected, registeredMonth: '2023-10' });
  });

  it('is empty of what a late registration would tell', () => {
    expect(materialOf(fold(life.slice(1)))).toMatchObject({
      grouping: null,
      publicFields: null,
      registeredMonth: null,
      struckOffMonth: '2023-12',
    });
  });

  it('is the same whatever the order of the facts and however often they come', () => {
    const disordered = fc
      .tuple(fc.shuffledSubarray(life, { minLength: life.length }), fc.shuffledSubarray(life))
      .map(([all, again]) => [...again, ...all]);
    fc.assert(
      fc.property(disordered, (events) => {
        expect(fold(events)).toEqual(fold(life));
      }),
    );
  });
});

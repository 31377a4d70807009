import { eventOf, hazardLife, isHazardEvent } from '@bihuan/testing/facts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  awaitsStrikeOff,
  emptyMaterial,
  evolveMaterial,
  handoverOrgs,
  materialOf,
  type MaterialFacts,
} from './material.ts';

const hazardNo = 'SX2023-140105-GAS-202310-00001K';
const life = hazardLife(hazardNo).filter(isHazardEvent);
const fold = (events: typeof life): MaterialFacts => events.reduce(evolveMaterial, emptyMaterial(hazardNo));
const upTo = (type: string) => life.slice(0, life.findIndex((event) => event.type === type) + 1);

describe('the material of editions', () => {
  it('holds the public fields, whom it concerns, and when it was registered and struck off', () => {
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
        deadline: '2023-11-30T10:00:00.000Z',
      },
      state: 'struckOff',
      overdue: false,
      concern: { placeCode: '140105', creditCode: '91330424MA28AQAQXU', orgs: [] },
      registeredAt: '2023-09-30T16:30:00.000Z',
      struckOffAt: '2023-12-08T02:00:00.000Z',
      withdrawnAt: null,
    });
    expect(handoverOrgs(fold(life))).toEqual(['SX-HOUSING', 'TY']);
  });

  it.each([
    ['hazard.registered', { state: 'registered', overdue: false, struckOffAt: null }],
    ['clock.rungTaken', { state: 'handedOver', overdue: true, struckOffAt: null }],
    ['plan.filed', { state: 'rectifying', overdue: false, struckOffAt: null }],
  ])('after %s', (type, expected) => {
    expect(materialOf(fold(upTo(type)))).toMatchObject({
      ...expected,
      registeredAt: '2023-09-30T16:30:00.000Z',
    });
  });

  it('is empty of what a late registration would tell', () => {
    expect(materialOf(fold(life.slice(1)))).toMatchObject({
      grouping: null,
      publicFields: null,
      concern: null,
      registeredAt: null,
      struckOffAt: '2023-12-08T02:00:00.000Z',
    });
  });

  it('is the same whatever the order of the facts and however often they come', () => {
    const all = [...life, corrected(1, '140200'), corrected(2, '140300'), withdrawn];
    const disordered = fc
      .tuple(fc.shuffledSubarray(all, { minLength: all.length }), fc.shuffledSubarray(all))
      .map(([every, again]) => [...again, ...every]);
    fc.assert(
      fc.property(disordered, (events) => {
        expect(fold(events)).toEqual(fold(all));
      }),
    );
  });
});

const corrected = (version: number, cityCode: string) =>
  eventOf('hazard.corrected', {
    hazardNo,
    correctionId: '018b0f3e-5c00-7000-8000-000000000001',
    version,
    correctedAt: '2023-10-12T02:00:00.000Z',
    reason: '地点有误',
    kind: 'facility_failure',
    massCasualties: false,
    responsible: { type: 'body', name: `某街道${version}`, orgCode: 'GOV-1' },
    place: { code: '140213', nameZh: '平城区', cityCode, cityNameZh: '大同市', address: '某巷2号' },
    field: { code: 'coal', nameZh: '煤矿', leadOrg: 'SX-COAL', coOrgs: ['SX-YJT'] },
    standardCode: 'COAL-1',
    clauseNo: null,
    description: '更正后的描述',
  });
const withdrawn = eventOf('hazard.withdrawn', {
  hazardNo,
  withdrawalId: '018b0f3e-5c00-7000-8000-000000000002',
  withdrawnAt: '2023-10-20T02:00:00.000Z',
});

describe('a correction', () => {
  it('changes what is told, where it is grouped and whom it concerns; the deadline and the campaign stay', () => {
    const material = materialOf(fold([...life.slice(0, 1), corrected(2, '140300'), corrected(1, '140200')]));
    expect(material).toMatchObject({
      grouping: { campaignCode: 'SX2023', cityCode: '140300', fieldCode: 'coal' },
      publicFields: { unitName: '某街道2', clauseNo: null, deadline: '2023-11-08T10:00:00.000Z' },
      concern: { placeCode: '140213', creditCode: null, orgs: ['SX-YJT', 'GOV-1'] },
    });
  });

  it('heard before the registration waits for it', () => {
    expect(materialOf(fold([corrected(1, '140200')])).grouping).toBeNull();
    expect(materialOf(fold([corrected(1, '140200'), life[0]!])).grouping?.cityCode).toBe('140200');
  });
});

describe('a strike-off awaits its publication', () => {
  const [registered] = life;
  const struckOff = life.at(-1)!;
  const brought = {
    ...registered,
    data: { ...registered!.data, history: { struckOffAt: '2023-06-28T01:00:00.000Z' } },
  } as (typeof life)[number];
  it.each([
    ['nothing heard', [], false],
    ['registered', [registered!], false],
    ['struck off, not yet known where it belongs', [struckOff], false],
    ['struck off', [struckOff, registered!], true],
    ['struck off before its ledger was brought', [brought, struckOff], false],
  ])('%s: %s', (_, events, expected) => {
    expect(awaitsStrikeOff(fold(events))).toBe(expected);
  });
});

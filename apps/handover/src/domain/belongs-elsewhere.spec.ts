import type { Track } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { belongsElsewhere, leavesCounty } from './belongs-elsewhere.ts';

const leads: Readonly<Record<string, string>> = { gas: 'HOUSING', building: 'HOUSING', coal: 'ENERGY' };
const fieldOf = (code: string) => {
  const leadOrg = leads[code];
  return leadOrg === undefined ? undefined : { leadOrg };
};

describe('a corrected hazard', () => {
  it.each<[string, Track, string, string, string, string, boolean]>([
    ['stays in the city', 'territorial', '140100', 'gas', '140100', 'coal', false],
    ['goes to another city', 'territorial', '140100', 'gas', '140200', 'gas', true],
    ['stays in the field', 'industry', '140100', 'gas', '140200', 'gas', false],
    ['another field of the same lead', 'industry', '140100', 'gas', '140100', 'building', false],
    ['another lead', 'industry', '140100', 'gas', '140100', 'coal', true],
    ['a field that is not known', 'industry', '140100', 'gas', '140100', 'gone', true],
    ['from a field that is not known any more', 'industry', '140100', 'gone', '140100', 'gas', true],
    ['from one unknown field to another', 'industry', '140100', 'gone', '140100', 'lost', true],
  ])('%s (%s)', (_, track, city, field, toCity, toField, elsewhere) => {
    const before = { cityCode: city, fieldCode: field };
    const after = { cityCode: toCity, fieldCode: toField };
    expect(belongsElsewhere(track, before, after, fieldOf)).toBe(elsewhere);
  });
});

describe('a corrected hazard whose territorial track a county has', () => {
  const county = { level: 'county', placeCode: '140105' } as const;
  it.each([
    ['stays there', county, '140105', '140105', false],
    ['lies in another county now', county, '140105', '140106', true],
    ['had been passed on to where it lies', county, '140106', '140105', false],
    ['had been passed on to another county than filed', county, '140106', '140107', false],
    ['is of the city', { level: 'city', placeCode: '140100' } as const, '140105', '140106', false],
    ['is of a county that is gone', undefined, '140105', '140106', false],
  ])('%s', (_, holder, before, after, leaves) => {
    expect(leavesCounty(holder, { placeCode: before }, { placeCode: after })).toBe(leaves);
  });
});

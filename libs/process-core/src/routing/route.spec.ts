import type { Place, Track } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { fields, organisations, xiaodian } from '../__fixtures__/reference.ts';
import { mayPassOn, mayTake, routeIndustry, routeTerritorial } from './route.ts';

describe('the territorial track', () => {
  it.each<[string, Place, string]>([
    ['a county: the government of its city', xiaodian, 'GOV-140100'],
    [
      'a city: its own government',
      { ...xiaodian, code: '140200', level: 'city', cityCode: '140200' },
      'GOV-140200',
    ],
  ])('%s', (_, place, code) => {
    expect(routeTerritorial(place, organisations)).toMatchObject({ found: true, organisation: { code } });
  });

  it.each<[string, Place]>([
    ['a city without a government in force', { ...xiaodian, cityCode: '140300' }],
    ['the province itself', { ...xiaodian, code: '140000', level: 'province', cityCode: '140000' }],
    ['a county government does not take it', { ...xiaodian, cityCode: '140105' }],
  ])('%s: why not, in both languages', (_, place) => {
    expect(routeTerritorial(place, organisations)).toEqual({
      found: false,
      why: { zh: expect.stringContaining(place.cityCode), en: expect.stringContaining(place.cityCode) },
    });
  });
});

describe('the industry track', () => {
  const [gas] = fields;

  it('goes to the department that leads the field', () => {
    expect(routeIndustry(gas!, organisations)).toMatchObject({
      found: true,
      organisation: { code: 'SX-ZJT' },
    });
  });

  it.each(['SX-NONE', 'GOV-140100', 'SX-OFFICE'])('%s cannot be the lead: why not', (leadOrg) => {
    expect(routeIndustry({ ...gas!, leadOrg }, organisations)).toEqual({
      found: false,
      why: { zh: expect.stringContaining(leadOrg), en: expect.stringContaining(leadOrg) },
    });
  });
});

describe('who may take a handover', () => {
  it.each([
    ['SX-GOV', false, false],
    ['SX-OFFICE', false, false],
    ['SX-ZJT', false, true],
    ['GOV-140100', true, false],
    ['GOV-140105', false, false],
    ['ENT-1', false, false],
  ])('%s: territorial %p, industry %p', (code, territorial, industry) => {
    const organisation = organisations.find((one) => one.code === code)!;
    expect(mayTake('territorial', organisation)).toBe(territorial);
    expect(mayTake('industry', organisation)).toBe(industry);
  });
});

describe('to whom an addressee may pass a handover on', () => {
  const [city] = organisations.filter(({ code }) => code === 'GOV-140100');
  const county = (code: string, parentCode: string | null) => ({
    ...city!,
    code,
    level: 'county' as const,
    parentCode,
  });
  const all = [
    ...organisations.filter(({ level }) => level !== 'county'),
    county('GOV-140105', 'GOV-140100'),
    county('GOV-140106', 'GOV-140100'),
    county('GOV-140212', 'GOV-140200'),
    county('GOV-149999', null),
  ];
  const passes = (from: string) => (track: Track) => {
    const holder = all.find(({ code }) => code === from)!;
    return all.filter((to) => mayPassOn(track, holder, to)).map(({ code }) => code);
  };

  it.each([
    ['GOV-140100', 'territorial', ['GOV-140100', 'GOV-140200', 'GOV-140105', 'GOV-140106']],
    ['GOV-140105', 'territorial', ['GOV-140100', 'GOV-140200', 'GOV-140105', 'GOV-140106']],
    ['GOV-140200', 'territorial', ['GOV-140100', 'GOV-140200', 'GOV-140212']],
    ['GOV-149999', 'territorial', ['GOV-140100', 'GOV-140200']],
    ['SX-ZJT', 'industry', ['SX-YJT', 'SX-ZJT']],
  ] as const)('%s, %s', (from, track, expected) => {
    expect(passes(from)(track)).toEqual(expected);
  });
});

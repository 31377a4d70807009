import { describe, expect, it } from '@jest/globals';
import { type ReferenceBody, type ReferenceKind, referenceKeyOf, referenceSchemas } from '@bihuan/contracts';
import { routeIndustry, routeTerritorial } from '@bihuan/process-core';
import { readSeedFiles } from '../../persistence/seed-files.ts';
import { buildSeed } from './seed.ts';
import type { SeedItem } from './seed-item.ts';

const seed = buildSeed(readSeedFiles());

const all = <K extends ReferenceKind>(kind: K) =>
  seed.filter((item): item is SeedItem<K> => item.kind === kind);

const bodiesOn = <K extends ReferenceKind>(kind: K, day: string): ReferenceBody<K>[] =>
  all(kind)
    .filter((item) => item.effectiveFrom <= day && (item.effectiveTo === null || item.effectiveTo >= day))
    .map(({ body }) => body);

const day = '2023-10-09';
const organisations = new Map(bodiesOn('organisation', day).map((body) => [body.code, body]));
const persons = new Set(bodiesOn('office', day).map(({ person }) => person));

describe('the seed as a whole', () => {
  it('fits the contract item by item', () => {
    const refused = seed.flatMap((item) => {
      const result = referenceSchemas[item.kind].safeParse(item.body);
      return result.success ? [] : [`${item.kind} ${item.code}: ${result.error.message}`];
    });
    expect(refused).toEqual([]);
  });

  it('has every key once', () => {
    const keys = seed.map(({ kind, code, effectiveFrom }) => referenceKeyOf(kind, code, effectiveFrom));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is the same every time it is built', () => {
    expect(buildSeed(readSeedFiles())).toEqual(seed);
  });
});

describe('places', () => {
  const places = bodiesOn('place', day);

  it.each([
    ['province', 1],
    ['city', 11],
    ['county', 121],
  ])('%s: %d', (level, count) => {
    expect(places.filter((place) => place.level === level)).toHaveLength(count);
  });

  it('has 117 units of GB/T 2260 and 4 statistical zones', () => {
    const zones = places.filter(
      ({ level, nameZh }) => level === 'county' && /示范区|开发区|名胜区/.test(nameZh),
    );
    expect(zones.map(({ code }) => code)).toEqual(['140171', '140271', '140671', '140971']);
  });

  it('lies in an existing city, whose code it begins with', () => {
    const cities = new Set(places.filter(({ level }) => level === 'city').map(({ code }) => code));
    const stray = places.filter(
      ({ level, code, cityCode }) =>
        level === 'county' && !(cities.has(cityCode) && code.startsWith(cityCode.slice(0, 4))),
    );
    expect(stray).toEqual([]);
  });

  it('has English names in Latin letters, once a city', () => {
    expect(places.filter(({ nameEn }) => !/^[A-Z][A-Za-zü ]+$/.test(nameEn))).toEqual([]);
    const names = places.map(({ cityCode, nameEn }) => `${cityCode} ${nameEn}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each([
    ['2019-12-08', ['140726 太谷县']],
    ['2019-12-09', ['140703 太谷区']],
    ['2023-10-09', ['140703 太谷区']],
  ])('on %s Taigu is %j, and has one government', (asOf, expected) => {
    const taigu = bodiesOn('place', asOf).filter(({ nameZh }) => nameZh.startsWith('太谷'));
    expect(taigu.map(({ code, nameZh }) => `${code} ${nameZh}`)).toEqual(expected);
    const governments = bodiesOn('organisation', asOf).filter(({ nameZh }) => nameZh.includes('太谷'));
    expect(governments.map(({ placeCode }) => placeCode)).toEqual(taigu.map(({ code }) => code));
  });
});

describe('organisations and offices', () => {
  it.each([
    ['GOV-140100', '太原市人民政府', 'SX-GOV'],
    ['GOV-140105', '太原市小店区人民政府', 'GOV-140100'],
    ['GOV-140121', '清徐县人民政府', 'GOV-140100'],
    ['GOV-140181', '古交市人民政府', 'GOV-140100'],
    ['GOV-140171', '山西转型综合改革示范区管理委员会', 'GOV-140100'],
    ['SX-YJT', '山西省应急管理厅', 'SX-GOV'],
    ['ENT-DEMO', '示范企业（太原）', 'GOV-140105'],
  ])('%s is %s below %s', (code, nameZh, parentCode) => {
    expect(organisations.get(code)).toMatchObject({ nameZh, parentCode });
  });

  it('has one top, and every other body a parent that exists', () => {
    const parents = [...organisations.values()].map(({ parentCode }) => parentCode);
    expect(parents.filter((code) => code === null)).toHaveLength(1);
    expect(parents.filter((code) => code !== null && !organisations.has(code))).toEqual([]);
  });

  it('has one government for each city and county-level unit', () => {
    const governed = bodiesOn('place', day).filter(({ level }) => level !== 'province');
    expect(governed.map(({ code }) => `GOV-${code}`).filter((code) => !organisations.has(code))).toEqual([]);
  });

  it('has one campaign office', () => {
    const offices = [...organisations.values()].filter(({ campaignOffice }) => campaignOffice);
    expect(offices.map(({ code }) => code)).toEqual(['SX-OFFICE']);
  });

  it('holds offices in organisations that exist', () => {
    expect(bodiesOn('office', day).filter(({ orgCode }) => !organisations.has(orgCode))).toEqual([]);
  });

  it('gives every office a mailbox of its own, under a domain that nobody can own', () => {
    const mailboxes = bodiesOn('office', day).map(({ email }) => email);
    expect(mailboxes.filter((email) => !email?.endsWith('@bihuan.example'))).toEqual([]);
    expect(new Set(mailboxes).size).toBe(mailboxes.length);
  });

  it('reaches somebody in every body that a handover or a rung may name', () => {
    const reached = new Set(bodiesOn('office', day).map(({ orgCode }) => orgCode));
    const silent = [...organisations.values()].filter(
      ({ level, code }) => (level === 'city' || level === 'provincialDepartment') && !reached.has(code),
    );
    expect(silent).toEqual([]);
  });
});

describe('fields and leading groups', () => {
  const fields = bodiesOn('field', day);

  it('has every field that a standard names', () => {
    const named = new Set(all('standard').map(({ body }) => body.fieldCode));
    expect([...named].filter((code) => !fields.some((field) => field.code === code))).toEqual([]);
  });

  it('has the seven new forms of 2023, each shared by several departments', () => {
    const newForms = fields.filter(({ newForm }) => newForm);
    expect(newForms.map(({ nameZh }) => nameZh)).toEqual([
      '醇基燃料',
      '电化学储能电站',
      '剧本娱乐',
      '玻璃栈桥',
      '平台经济',
      '电动自行车',
      '小型游乐设施',
    ]);
    expect(newForms.filter(({ coOrgs }) => coOrgs.length === 0)).toEqual([]);
  });

  it('has its own letters for each', () => {
    expect(new Set(fields.map(({ letters }) => letters)).size).toBe(fields.length);
  });

  it.each(fields.map((field) => [field.code, field] as const))(
    '%s: lead, co-departments and vice-governor exist',
    (_, field) => {
      expect([field.leadOrg, ...field.coOrgs].map((code) => organisations.get(code)?.level)).toEqual(
        [field.leadOrg, ...field.coOrgs].map(() => 'provincialDepartment'),
      );
      expect(field.coOrgs).not.toContain(field.leadOrg);
      expect(persons).toContain(field.viceGovernor);
    },
  );

  it('is led by persons who hold an office: one province, every field, eleven cities with double leaders', () => {
    const groups = bodiesOn('leadingGroup', day);
    expect(groups.flatMap(({ leaders }) => leaders).filter((person) => !persons.has(person))).toEqual([]);
    expect(groups.filter(({ level }) => level === 'province')).toHaveLength(1);
    expect(groups.filter(({ level }) => level === 'field')).toHaveLength(fields.length);
    expect(groups.filter(({ level, leaders }) => level === 'city' && leaders.length === 2)).toHaveLength(11);
  });
});

describe('routes', () => {
  const inForce = [...organisations.values()];

  it('leads from every county-level unit to the government of its city', () => {
    const counties = bodiesOn('place', day).filter(({ level }) => level === 'county');
    const targets = counties.map((county) => routeTerritorial(county, inForce));
    expect(targets.map((route) => route.found && route.organisation.code)).toEqual(
      counties.map(({ cityCode }) => `GOV-${cityCode}`),
    );
  });

  it('leads from every field to its department', () => {
    const fields = bodiesOn('field', day);
    const targets = fields.map((field) => routeIndustry(field, inForce));
    expect(targets.map((route) => route.found && route.organisation.code)).toEqual(
      fields.map(({ leadOrg }) => leadOrg),
    );
  });
});

describe('standards and clauses', () => {
  it('has 26 standards and 472 clauses, as many a standard as it says', () => {
    expect(all('standard')).toHaveLength(26);
    expect(all('clause')).toHaveLength(472);
    const supplied = all('standard').map(({ code, body }) => [code, body.clausesSupplied]);
    const counted = all('standard').map(({ code }) => [
      code,
      all('clause').filter(({ body }) => body.standardCode === code).length,
    ]);
    expect(counted).toEqual(supplied);
  });

  it('tells clauses apart by number within their standard', () => {
    const numbers = all('clause').map(({ body }) => `${body.standardCode} ${body.clauseNo}`);
    expect(new Set(numbers).size).toBe(472);
  });

  it.each([
    ['2023-10-09', 'coal_mine', ['MEM-ORDER-4-2020']],
    ['2026-06-30', 'coal_mine', ['MEM-ORDER-4-2020']],
    ['2026-07-01', 'coal_mine', ['MEM-ORDER-21-2026']],
    ['2023-09-20', 'gas', []],
    ['2023-09-21', 'gas', ['MOHURD-JCG-2023-4']],
    ['2024-12-12', 'construction', ['MOHURD-JZG-2022-2']],
    ['2024-12-13', 'construction', ['MOHURD-JZG-2024-5']],
  ])('on %s %s has %j', (asOf, fieldCode, expected) => {
    const inForce = bodiesOn('standard', asOf).filter((standard) => standard.fieldCode === fieldCode);
    expect(inForce.map(({ code }) => code)).toEqual(expected);
  });
});

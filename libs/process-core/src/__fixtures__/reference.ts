import type { FieldOfSupervision, Organisation, Place } from '@bihuan/contracts';

const organisation = (
  code: string,
  level: Organisation['level'],
  placeCode: string,
  more: Partial<Organisation> = {},
): Organisation => ({
  code,
  nameZh: code,
  nameEn: code,
  level,
  parentCode: null,
  placeCode,
  campaignOffice: false,
  creditCode: null,
  ...more,
});

export const organisations: Organisation[] = [
  organisation('SX-GOV', 'province', '140000'),
  organisation('SX-OFFICE', 'provincialDepartment', '140000', { campaignOffice: true }),
  organisation('SX-YJT', 'provincialDepartment', '140000'),
  organisation('SX-ZJT', 'provincialDepartment', '140000'),
  organisation('GOV-140100', 'city', '140100'),
  organisation('GOV-140200', 'city', '140200'),
  organisation('GOV-140105', 'county', '140105'),
  organisation('ENT-1', 'enterprise', '140105', { creditCode: '91330424MA28AQAQXU' }),
  organisation('ENT-2', 'enterprise', '140105'),
];

export const xiaodian: Place = {
  code: '140105',
  nameZh: '小店区',
  nameEn: 'Xiaodian',
  level: 'county',
  cityCode: '140100',
};

const field = (
  code: string,
  leadOrg: string,
  coOrgs: string[],
  viceGovernor: string,
): FieldOfSupervision => ({
  code,
  letters: code.slice(0, 3).toUpperCase(),
  nameZh: code,
  nameEn: code,
  newForm: false,
  leadOrg,
  coOrgs,
  viceGovernor,
});

export const fields: FieldOfSupervision[] = [
  field('gas', 'SX-ZJT', ['SX-YJT'], 'vice-governor.a'),
  field('construction', 'SX-ZJT', [], 'vice-governor.a'),
  field('coal', 'SX-YJT', [], 'vice-governor.b'),
];

import type { Office, Organisation, Role } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { claimsOf, type DayDirectory } from './offices-held.ts';

const organisation = (
  code: string,
  level: Organisation['level'],
  rest: Partial<Organisation> = {},
): Organisation => ({
  code,
  nameZh: `${code} 名称`,
  nameEn: code,
  level,
  parentCode: null,
  placeCode: '140000',
  campaignOffice: false,
  creditCode: null,
  ...rest,
});

const organisations = [
  organisation('SX-GOV', 'province'),
  organisation('SX-OFFICE', 'provincialDepartment', { campaignOffice: true }),
  organisation('SX-YJT', 'provincialDepartment'),
  organisation('GOV-140100', 'city', { placeCode: '140100' }),
  organisation('GOV-140105', 'county', { placeCode: '140105' }),
  organisation('ENT-DEMO', 'enterprise', { creditCode: '91330424MA28AQAQXU' }),
];

const field = (code: string, leadOrg: string, coOrgs: string[], viceGovernor: string) => ({
  code,
  letters: 'AA',
  nameZh: code,
  nameEn: code,
  newForm: false,
  leadOrg,
  coOrgs,
  viceGovernor,
});

function directoryOf(...held: readonly (readonly [orgCode: string, role: Role])[]): DayDirectory {
  const offices = held.map(([orgCode, role]): Office => ({
    code: `${orgCode}.${role}`,
    person: 'someone',
    titleZh: `${orgCode} ${role}`,
    titleEn: orgCode,
    orgCode,
    role,
  }));
  return {
    fields: [
      field('chemicals', 'SX-YJT', [], 'someone'),
      field('gas', 'SX-ZJT', ['SX-YJT'], 'somebody-else'),
      field('mines', 'SX-NYJ', [], 'somebody-else'),
    ],
    officesOf: (person) => (person === 'someone' ? offices : []),
    organisation: (code) => organisations.find((candidate) => candidate.code === code),
  };
}

const reaches = (parts: object) => ({
  all: false,
  cities: [],
  counties: [],
  fields: [],
  units: [],
  orgs: [],
  ...parts,
});

describe('scope by the offices held', () => {
  it.each([
    ['governor', [['SX-GOV', 'governor']], { all: true }],
    ['vice-governor', [['SX-GOV', 'viceGovernor']], { fields: ['chemicals'] }],
    ['campaign office', [['SX-OFFICE', 'handler']], { all: true }],
    ['operations', [['SX-OFFICE', 'operations']], { all: true }],
    ['department', [['SX-YJT', 'leader']], { fields: ['chemicals', 'gas'] }],
    ["department's own system", [['SX-YJT', 'system']], { fields: ['chemicals', 'gas'] }],
    ['city', [['GOV-140100', 'handler']], { cities: ['140100'] }],
    ['county', [['GOV-140105', 'handler']], { counties: ['140105'] }],
    ['enterprise', [['ENT-DEMO', 'enterprise']], { units: ['91330424MA28AQAQXU'] }],
    [
      'two offices',
      [
        ['GOV-140100', 'leader'],
        ['SX-YJT', 'handler'],
      ],
      { cities: ['140100'], fields: ['chemicals', 'gas'] },
    ],
  ] as [string, [string, Role][], object][])('%s', (_name, held, scope) => {
    const orgs = held.map(([orgCode]) => orgCode).sort();
    expect(claimsOf('someone', directoryOf(...held))?.scope).toEqual({ ...reaches(scope), orgs });
  });

  it('names every office with its organisation', () => {
    expect(claimsOf('someone', directoryOf(['SX-OFFICE', 'leader']))).toMatchObject({
      sub: 'someone',
      name: 'SX-OFFICE leader',
      offices: [{ orgCode: 'SX-OFFICE', orgName: 'SX-OFFICE 名称', role: 'leader', campaignOffice: true }],
    });
  });

  it.each([
    ['holds no office', 'nobody', directoryOf(['SX-YJT', 'leader'])],
    ['holds one in an organisation that is gone', 'someone', directoryOf(['GONE', 'leader'])],
  ])('is nobody who %s', (_name, person, directory) => {
    expect(claimsOf(person, directory)).toBeNull();
  });
});

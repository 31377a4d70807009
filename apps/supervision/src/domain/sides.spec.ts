import { describe, expect, it } from '@jest/globals';
import {
  acceptingOffice,
  type ActingOffice,
  type Parties,
  petitionOffice,
  rectifyingOffice,
  signingOffice,
  type Standing,
} from './sides.ts';

const hazard: Parties = {
  placeCode: '140105',
  cityCode: '140100',
  creditCode: '91330424MA28AQAQXU',
  bodyOrg: null,
  leadOrg: 'SX-ZJT',
  coOrgs: ['SX-JTT'],
  territorialOrg: null,
  industryOrg: null,
};
const body: Parties = { ...hazard, creditCode: null, bodyOrg: 'SX-ZJT' };
const elsewhere: Parties = { ...hazard, territorialOrg: 'GOV-140200', industryOrg: 'SX-YJT' };

function office(orgCode: string, role: Standing['role'], rest: Partial<Standing> = {}): Standing {
  return {
    orgCode,
    role,
    level: 'provincialDepartment',
    campaignOffice: false,
    placeCode: '140000',
    creditCode: null,
    ...rest,
  };
}

const city = (role: Standing['role'], placeCode = '140100') =>
  office(`GOV-${placeCode}`, role, { level: 'city', placeCode });
const county = (role: Standing['role'], placeCode = '140105') =>
  office(`GOV-${placeCode}`, role, { level: 'county', placeCode });
const enterprise = (creditCode: string | null) =>
  office('ENT-DEMO', 'enterprise', { level: 'enterprise', placeCode: '140105', creditCode });
const campaign = (role: Standing['role']) =>
  office('SX-OFFICE', role, { level: 'province', campaignOffice: true });
const department = (role: Standing['role'], code = 'SX-ZJT') => office(code, role);

const unitsOwn = '91330424MA28AQAQXU';
const other = '11330800002618015K';

describe('who rectifies', () => {
  const rows: [string, Standing, Parties, string][] = [
    ['the unit’s enterprise', enterprise(unitsOwn), hazard, 'ENT-DEMO'],
    ['another enterprise', enterprise(other), hazard, 'auth.notAllowed'],
    ['an enterprise without a code, of a body', enterprise(null), body, 'auth.notAllowed'],
    ['handler of the city', city('handler'), hazard, 'GOV-140100'],
    ['system of the city', city('system'), hazard, 'GOV-140100'],
    ['leader of the city', city('leader'), hazard, 'auth.notAllowed'],
    ['handler of another city', city('handler', '140200'), hazard, 'auth.notAllowed'],
    ['another city that took the track', city('handler', '140200'), elsewhere, 'GOV-140200'],
    ['handler of the county', county('handler'), hazard, 'GOV-140105'],
    ['handler of another county', county('handler', '140106'), hazard, 'auth.notAllowed'],
    ['handler of the lead department', department('handler'), hazard, 'auth.notAllowed'],
    ['the body in the unit’s place', department('handler'), body, 'SX-ZJT'],
    ['campaign office', campaign('handler'), hazard, 'auth.notAllowed'],
    ['operations', campaign('operations'), hazard, 'auth.notAllowed'],
    ['governor', office('SX-GOV', 'governor'), hazard, 'auth.notAllowed'],
  ];
  it.each(rows)('%s', (_, standing, parties, expected) => {
    expect(outcome(rectifyingOffice([standing], parties))).toBe(expected);
  });

  it('of several offices the one that may', () => {
    expect(outcome(rectifyingOffice([department('leader'), county('handler')], hazard))).toBe('GOV-140105');
  });
});

describe('who accepts', () => {
  const none = { persons: new Set<string>(), orgCodes: new Set<string>() };
  const byCity = { persons: new Set(['taiyuan.handler']), orgCodes: new Set(['GOV-140100']) };
  const byLead = { persons: new Set(['zjt.other']), orgCodes: new Set(['SX-ZJT']) };
  const rows: [string, Standing[], Parties, typeof none, string][] = [
    ['handler of the lead', [department('handler')], hazard, byCity, 'SX-ZJT'],
    ['leader of the lead', [department('leader')], hazard, byCity, 'SX-ZJT'],
    ['system of the lead', [department('system')], hazard, byCity, 'SX-ZJT'],
    ['a co-department', [department('handler', 'SX-JTT')], hazard, byCity, 'SX-JTT'],
    ['another department', [department('handler', 'SX-YJT')], hazard, byCity, 'auth.notAllowed'],
    [
      'another department that took the track',
      [department('handler', 'SX-YJT')],
      elsewhere,
      byCity,
      'SX-YJT',
    ],
    ['campaign office', [campaign('handler')], hazard, byCity, 'SX-OFFICE'],
    ['campaign office’s operations', [campaign('operations')], hazard, byCity, 'auth.notAllowed'],
    ['the city', [city('handler')], hazard, byCity, 'auth.notAllowed'],
    ['the enterprise', [enterprise(unitsOwn)], hazard, byCity, 'auth.notAllowed'],
    ['governor', [office('SX-GOV', 'governor')], hazard, none, 'auth.notAllowed'],
    ['an organisation that reported', [department('handler')], hazard, byLead, 'acceptance.sameSide'],
    ['the body in the unit’s place', [department('handler')], body, none, 'acceptance.sameSide'],
    ['a co-department of a body that leads', [department('handler', 'SX-JTT')], body, none, 'SX-JTT'],
    [
      'in an office of an organisation that did not report',
      [department('handler'), department('handler', 'SX-JTT')],
      hazard,
      byLead,
      'SX-JTT',
    ],
  ];
  it.each(rows)('%s', (_, standings, parties, rectifiers, expected) => {
    expect(outcome(acceptingOffice(standings, parties, 'zjt.handler', rectifiers))).toBe(expected);
  });

  it('not a person who reported, in whatever office', () => {
    const acting = acceptingOffice([department('handler')], hazard, 'taiyuan.handler', byCity);
    expect(outcome(acting)).toBe('acceptance.sameSide');
  });
});

describe('who signs the strike-off', () => {
  const rows: [string, Standing, string | null, string][] = [
    ['leader of the city', city('leader'), 'zjt.handler', 'GOV-140100'],
    ['leader of the campaign office', campaign('leader'), 'zjt.handler', 'SX-OFFICE'],
    ['leader of the city before any verdict', city('leader'), null, 'GOV-140100'],
    ['handler of the city', city('handler'), 'zjt.handler', 'auth.notAllowed'],
    ['handler of the campaign office', campaign('handler'), 'zjt.handler', 'auth.notAllowed'],
    ['leader of another city', city('leader', '140200'), 'zjt.handler', 'auth.notAllowed'],
    ['leader of the county', county('leader'), 'zjt.handler', 'auth.notAllowed'],
    ['leader of the lead department', department('leader'), 'zjt.handler', 'auth.notAllowed'],
    ['who gave the verdict', campaign('leader'), 'the.signer', 'strikeOff.sameSigner'],
    ['who gave the verdict and may not sign', department('leader'), 'the.signer', 'auth.notAllowed'],
  ];
  it.each(rows)('%s', (_, standing, verdictBy, expected) => {
    expect(outcome(signingOffice([standing], hazard, 'the.signer', verdictBy))).toBe(expected);
  });
});

describe('the office that decides a petition', () => {
  it.each([
    ['handler of the campaign office', office('SX-OFFICE', 'handler', { campaignOffice: true }), 'SX-OFFICE'],
    ['its leader', office('SX-OFFICE', 'leader', { campaignOffice: true }), 'SX-OFFICE'],
    ['its system', office('SX-OFFICE', 'system', { campaignOffice: true }), 'auth.notAllowed'],
    ['the department that leads the field', office('SX-ZJT', 'leader'), 'auth.notAllowed'],
    ['the city', city('leader'), 'auth.notAllowed'],
    ['the governor', office('SX-GOV', 'governor'), 'auth.notAllowed'],
  ])('%s', (_, standing, expected) => {
    expect(outcome(petitionOffice([standing]))).toBe(expected);
  });
});

function outcome(acting: ActingOffice): string {
  return 'office' in acting ? acting.office.orgCode : acting.refused;
}

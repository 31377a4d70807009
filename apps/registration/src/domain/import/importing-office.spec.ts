import type { OfficeHeld } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { contextOf } from '../../__fixtures__/ledger-rows.ts';
import { campaignFor, importingOffice, importingOffices, reachOf } from './importing-office.ts';

const office = (role: OfficeHeld['role'], campaignOffice = false): OfficeHeld => ({
  orgCode: 'X',
  orgName: '某单位',
  level: 'city',
  role,
  campaignOffice,
});

describe('the office in which a ledger is brought', () => {
  it.each<[OfficeHeld['role'], boolean]>([
    ['handler', false],
    ['system', false],
    ['handler', true],
    ['system', true],
    ['leader', true],
  ])('is held by a %s, of the campaign office: %p', (role, ofCampaign) => {
    const held = office(role, ofCampaign);
    expect(importingOffice([office('enterprise'), held])).toBe(held);
  });

  it.each<[OfficeHeld['role'], boolean]>([
    ['leader', false],
    ['enterprise', false],
    ['governor', false],
    ['viceGovernor', false],
    ['operations', true],
  ])('is not held by a %s, of the campaign office: %p', (role, ofCampaign) => {
    expect(() => importingOffice([office(role, ofCampaign)])).toThrow('auth.notAllowed');
  });
});

it('offices that import are all of them', () => {
  const held = [office('handler'), office('leader'), office('leader', true)];
  expect(importingOffices(held)).toEqual([held[0], held[2]]);
});

describe('what those who import may see', () => {
  const { reference } = contextOf();
  it.each([
    ['SX-OFFICE', { all: true }],
    ['TY', { all: false, cities: ['140100'] }],
    ['NOBODY', { all: false, cities: [], orgs: [] }],
  ])('for %s is %j', (orgCode, reach) => {
    expect(reachOf(orgCode, reference, '2023-10-09')).toMatchObject(reach);
  });
});

describe('the campaign that a ledger is brought into', () => {
  const { reference } = contextOf();
  const at = (ledger: 'major' | 'general', history: boolean, today: string) => () =>
    campaignFor({ campaignCode: 'SX2023', ledger, history }, reference, today).code;

  it.each([
    ['major', false, '2023-10-09'],
    ['major', true, '2024-06-01'],
    ['general', false, '2024-06-01'],
  ] as const)('takes %s hazards, with a past: %p, on %s', (ledger, history, today) => {
    expect(at(ledger, history, today)()).toBe('SX2023');
  });

  it('takes no newly found hazard after its end', () => {
    expect(at('major', false, '2024-06-01')).toThrow('campaign.closed');
  });
});

import type { OfficeHeld } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { importingOffice } from './importing-office.ts';

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

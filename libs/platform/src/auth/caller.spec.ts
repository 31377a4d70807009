import { describe, expect, test } from '@jest/globals';
import type { InternalClaims, OfficeHeld } from '@bihuan/contracts';
import { Caller } from './caller.ts';

const office = (orgCode: string, role: OfficeHeld['role']): OfficeHeld => ({
  orgCode,
  orgName: orgCode,
  level: 'city',
  role,
  campaignOffice: false,
});
const claims: InternalClaims = {
  sub: 'someone',
  name: '某人',
  offices: [office('GOV-140100', 'leader'), office('GOV-140200', 'handler')],
  scope: { all: false, cities: ['140100', '140200'], counties: [], fields: [], units: [], orgs: [] },
};

describe('Caller', () => {
  const caller = new Caller(claims, 'en', 'r-1');

  test('acts in the office held first', () => {
    expect(caller.actor()).toEqual({ person: 'someone', orgCode: 'GOV-140100', role: 'leader' });
  });

  test('knows its offices and roles', () => {
    expect(caller.officeOf('GOV-140200')?.role).toBe('handler');
    expect(caller.officeOf('GOV-140300')).toBeUndefined();
    expect(caller.holds('handler', 'system')).toBe(true);
    expect(caller.holds('governor')).toBe(false);
  });

  test.each<[string, OfficeHeld[], boolean]>([
    ['its handler', [{ ...office('SX-OFFICE', 'handler'), campaignOffice: true }], true],
    ['its operations', [{ ...office('SX-OFFICE', 'operations'), campaignOffice: true }], false],
    ['a handler elsewhere', [office('GOV-140100', 'handler')], false],
    [
      'its operations, who handle elsewhere',
      [{ ...office('SX-OFFICE', 'operations'), campaignOffice: true }, office('GOV-140100', 'handler')],
      false,
    ],
  ])('of the campaign office, as handler or leader: %s', (_, offices, expected) => {
    const held = new Caller({ ...claims, offices }, 'en', 'r-1');
    expect(held.ofCampaignOffice('handler', 'leader')).toBe(expected);
  });
});

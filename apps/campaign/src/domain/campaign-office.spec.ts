import { describe, expect, it } from '@jest/globals';
import type { OfficeHeld } from '@bihuan/contracts';
import { requireCampaignOffice } from './campaign-office.ts';

const office = (role: OfficeHeld['role'], campaignOffice: boolean): OfficeHeld => ({
  orgCode: campaignOffice ? 'SX-OFFICE' : 'SX-YJT',
  orgName: '',
  level: 'province',
  role,
  campaignOffice,
});

describe('who may change campaigns, policy and calendar', () => {
  it.each([
    ['handler', true],
    ['leader', true],
  ] as const)('a %s of the campaign office may', (role, campaignOffice) => {
    expect(() => {
      requireCampaignOffice({ offices: [office('handler', false), office(role, campaignOffice)] });
    }).not.toThrow();
  });

  it.each([
    ['operations', true],
    ['system', true],
    ['handler', false],
    ['governor', false],
  ] as const)('%s (campaign office: %s) may not', (role, campaignOffice) => {
    expect(() => {
      requireCampaignOffice({ offices: [office(role, campaignOffice)] });
    }).toThrow(expect.objectContaining({ code: 'auth.notAllowed' }));
  });
});

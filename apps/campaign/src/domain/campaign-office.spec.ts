import { describe, expect, it } from '@jest/globals';
import type { OfficeHeld } from '@bihuan/contracts';
import { Caller } from '@bihuan/platform/auth';
import { requireCampaignOffice } from './campaign-office.ts';

const office = (role: OfficeHeld['role'], campaignOffice: boolean): OfficeHeld => ({
  orgCode: campaignOffice ? 'SX-OFFICE' : 'SX-YJT',
  orgName: '',
  level: 'province',
  role,
  campaignOffice,
});

const scope = { all: true, cities: [], counties: [], fields: [], units: [], orgs: [] };
const caller = (...offices: OfficeHeld[]) =>
  new Caller({ sub: 'someone', name: '', offices, scope }, 'zh-CN', 'test');

describe('who may change campaigns, policy and calendar', () => {
  it.each([
    ['handler', true],
    ['leader', true],
  ] as const)('a %s of the campaign office may', (role, campaignOffice) => {
    expect(() => {
      requireCampaignOffice(caller(office('handler', false), office(role, campaignOffice)));
    }).not.toThrow();
  });

  it.each([
    ['operations', true],
    ['system', true],
    ['handler', false],
    ['governor', false],
  ] as const)('%s (campaign office: %s) may not', (role, campaignOffice) => {
    expect(() => {
      requireCampaignOffice(caller(office(role, campaignOffice)));
    }).toThrow(expect.objectContaining({ code: 'auth.notAllowed' }));
  });
});

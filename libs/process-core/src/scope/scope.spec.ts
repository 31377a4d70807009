import type { OfficeHeld, Role, Scope } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { fields, organisations } from '../__fixtures__/reference.ts';
import { scopeOf } from './scope-of.ts';

const reference = { fields, organisation: (code: string) => organisations.find((one) => one.code === code) };
const none: Scope = { all: false, cities: [], counties: [], fields: [], units: [], orgs: [] };

function office(orgCode: string, role: Role): OfficeHeld {
  const organisation = reference.organisation(orgCode);
  return {
    orgCode,
    orgName: orgCode,
    level: organisation?.level ?? 'county',
    role,
    campaignOffice: organisation?.campaignOffice ?? false,
  };
}

describe('the scope of a caller', () => {
  it.each<[string, string, OfficeHeld[], Partial<Scope>]>([
    ['the campaign office', 'a', [office('SX-OFFICE', 'handler')], { all: true }],
    ['its system', 'a', [office('SX-OFFICE', 'system')], { all: true }],
    ['operations', 'a', [office('SX-OFFICE', 'operations')], { all: true }],
    ['the governor', 'a', [office('SX-GOV', 'governor')], { all: true }],
    [
      'a vice-governor',
      'vice-governor.a',
      [office('SX-GOV', 'viceGovernor')],
      { fields: ['construction', 'gas'] },
    ],
    ['a vice-governor of nothing', 'vice-governor.c', [office('SX-GOV', 'viceGovernor')], {}],
    ['others of the province', 'a', [office('SX-GOV', 'handler')], {}],
    ['a department that leads', 'a', [office('SX-ZJT', 'handler')], { fields: ['construction', 'gas'] }],
    ['a department that leads and shares', 'a', [office('SX-YJT', 'leader')], { fields: ['coal', 'gas'] }],
    ["a department's system", 'a', [office('SX-YJT', 'system')], { fields: ['coal', 'gas'] }],
    ['a city government', 'a', [office('GOV-140100', 'handler')], { cities: ['140100'] }],
    ['a county', 'a', [office('GOV-140105', 'handler')], { counties: ['140105'] }],
    ['an enterprise', 'a', [office('ENT-1', 'enterprise')], { units: ['91330424MA28AQAQXU'] }],
    ['an enterprise without a credit code', 'a', [office('ENT-2', 'enterprise')], {}],
    ['an organisation that is not known', 'a', [office('GONE', 'handler')], {}],
    ['no office', 'a', [], {}],
    [
      'two offices: both, nothing twice',
      'vice-governor.a',
      [
        office('GOV-140200', 'leader'),
        office('GOV-140100', 'leader'),
        office('SX-YJT', 'leader'),
        office('SX-GOV', 'viceGovernor'),
      ],
      { cities: ['140100', '140200'], fields: ['coal', 'construction', 'gas'] },
    ],
  ])('%s', (_, person, offices, scope) => {
    const orgs = [...new Set(offices.map(({ orgCode }) => orgCode))].sort();
    expect(scopeOf(person, offices, reference)).toEqual({ ...none, ...scope, orgs });
  });
});

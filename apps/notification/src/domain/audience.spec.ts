import type { OfficeHeld, Role } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { audienceOf } from './audience.ts';

const office = (orgCode: string, role: Role): OfficeHeld => ({
  orgCode,
  orgName: orgCode,
  level: 'provincialDepartment',
  role,
  campaignOffice: false,
});

describe('whose messages a caller reads', () => {
  it.each<[string, OfficeHeld[], string[]]>([
    ['a handler: the handlers’', [office('SX-ZJT', 'handler')], ['SX-ZJT handler']],
    ['a leader: the leaders’', [office('SX-ZJT', 'leader')], ['SX-ZJT leader']],
    ['a department’s own system: the handlers’', [office('SX-ZJT', 'system')], ['SX-ZJT handler']],
    [
      'two offices: those of both, each in its own organisation',
      [office('SX-ZJT', 'handler'), office('SX-YJT', 'leader')],
      ['SX-ZJT handler', 'SX-YJT leader'],
    ],
  ])('%s', (_, offices, pairs) => {
    const { person, orgCodes, roles } = audienceOf({ person: 'a', offices });
    expect([person, orgCodes.map((orgCode, i) => `${orgCode} ${String(roles[i])}`)]).toEqual(['a', pairs]);
  });
});

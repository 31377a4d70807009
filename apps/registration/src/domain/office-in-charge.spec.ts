import type { OfficeHeld } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { officeInCharge } from './office-in-charge.ts';

const office = (orgCode: string, role: OfficeHeld['role']): OfficeHeld => ({
  orgCode,
  orgName: orgCode,
  level: 'province',
  role,
  campaignOffice: orgCode === 'SX-OFFICE',
});

describe('who changes what stands in the ledger', () => {
  it.each([
    ['handler of the registering organisation', office('TY', 'handler'), true],
    ['its own system', office('TY', 'system'), true],
    ['its leader', office('TY', 'leader'), false],
    ['its operator', office('TY', 'operations'), false],
    ['another organisation', office('DT', 'handler'), false],
    ['handler of the campaign office', office('SX-OFFICE', 'handler'), true],
    ['its leader', office('SX-OFFICE', 'leader'), true],
    ['its system', office('SX-OFFICE', 'system'), true],
    ['its operator', office('SX-OFFICE', 'operations'), false],
    ['the governor', office('SX', 'governor'), false],
  ])('%s', (_, held, may) => {
    const ask = () => officeInCharge([held], 'TY');
    if (may) expect(ask()).toBe(held);
    else expect(ask).toThrow(expect.objectContaining({ code: 'auth.notAllowed' }));
  });

  it('takes the office that may of several', () => {
    const may = office('TY', 'handler');
    expect(officeInCharge([office('DT', 'leader'), may], 'TY')).toBe(may);
  });

  it('is the campaign office alone where no organisation is on record', () => {
    expect(() => officeInCharge([office('TY', 'handler')], null)).toThrow();
    expect(officeInCharge([office('SX-OFFICE', 'leader')], null).orgCode).toBe('SX-OFFICE');
  });
});

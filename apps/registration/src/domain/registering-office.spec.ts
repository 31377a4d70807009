import type { OfficeHeld, Role } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { registeringOffice } from './registering-office.ts';

const office = (role: Role, orgCode: string): OfficeHeld => ({
  orgCode,
  orgName: orgCode,
  level: 'city',
  role,
  campaignOffice: false,
});

describe('the office in which a hazard is registered', () => {
  const accepted: [string, OfficeHeld[], string][] = [
    ['a handler’s', [office('handler', 'TY')], 'TY'],
    ['a department’s own system', [office('system', 'SX-HOUSING')], 'SX-HOUSING'],
    [
      'the one that may, though another is held first',
      [office('leader', 'TY'), office('handler', 'DT')],
      'DT',
    ],
    ['the first of two that may', [office('system', 'SX-HOUSING'), office('handler', 'DT')], 'SX-HOUSING'],
  ];
  it.each(accepted)('is %s', (_what, offices, orgCode) => {
    expect(registeringOffice(offices).orgCode).toBe(orgCode);
  });

  const refused: Role[] = ['leader', 'governor', 'viceGovernor', 'enterprise', 'operations'];
  it.each(refused)('is not that of the role %s', (role) => {
    expect(() => registeringOffice([office(role, 'TY')])).toThrow(
      expect.objectContaining({ code: 'auth.notAllowed' }),
    );
  });
});

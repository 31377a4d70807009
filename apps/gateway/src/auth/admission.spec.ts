import type { InternalClaims } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { Admission } from './admission.ts';

const claims: InternalClaims = {
  sub: 'governor',
  name: '省长',
  offices: [
    { orgCode: 'SX-GOV', orgName: '省人民政府', level: 'province', role: 'governor', campaignOffice: false },
  ],
  scope: { all: true, cities: [], counties: [], fields: [], units: [], orgs: [] },
};

function admission(expiresAt: number) {
  const signed: InternalClaims[] = [];
  const made = new Admission({
    tokens: { verify: () => Promise.resolve({ person: 'governor', expiresAt }) },
    claimsOf: () => claims,
    sign: (given) => {
      signed.push(given);
      return Promise.resolve(`internal ${signed.length}`);
    },
  });
  return { made, signed };
}

describe('the internal token', () => {
  it('is used again for the same outside token, and only for it', async () => {
    const { made, signed } = admission(Date.now() + 60_000);
    const first = await made.identify('Bearer a.b.c');
    expect(await made.admit(first)).toBe('internal 1');
    expect(await made.admit(first)).toBe('internal 1');
    expect(await made.admit(await made.identify('bearer a.b.d'))).toBe('internal 2');
    expect(signed).toHaveLength(2);
  });

  it('is not used again once the outside token has expired', async () => {
    const { made } = admission(Date.now());
    const caller = await made.identify('Bearer a.b.c');
    await made.admit(caller);
    expect(await made.admit(caller)).toBe('internal 2');
  });

  it.each([
    [undefined, 'auth.tokenMissing'],
    ['', 'auth.tokenInvalid'],
    ['Basic a.b.c', 'auth.tokenInvalid'],
    ['Bearer a.b', 'auth.tokenInvalid'],
    ['Bearer a.b.c d', 'auth.tokenInvalid'],
  ])('is not given for %p', async (authorization, code) => {
    await expect(admission(0).made.identify(authorization)).rejects.toMatchObject({ code });
  });
});

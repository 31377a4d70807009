import type { JsonWebKey } from 'node:crypto';
import type { InternalClaims, OfficeHeld } from '@bihuan/contracts';
import { signInternalToken } from '@bihuan/platform/auth';

const RENEW_MS = 30_000;

const office = (orgCode: string, level: OfficeHeld['level'], role: OfficeHeld['role']): OfficeHeld => ({
  ...{ orgCode, orgName: orgCode, level, role },
  campaignOffice: orgCode === 'SX-OFFICE',
});

/** Those who take a gas hazard of Taiyuan round its loop. */
const offices = {
  registrar: office('SX-OFFICE', 'province', 'handler'),
  officeLeader: office('SX-OFFICE', 'province', 'leader'),
  city: office('GOV-140100', 'city', 'handler'),
  cityLeader: office('GOV-140100', 'city', 'leader'),
  department: office('SX-ZJT', 'province', 'handler'),
} as const;
export type Person = keyof typeof offices;

/** The gateway's tokens for them, kept fresh. */
export class People {
  readonly #key: JsonWebKey;
  readonly #tokens = new Map<Person, { readonly token: Promise<string>; readonly at: number }>();

  constructor(internalTokenPrivateJwk: JsonWebKey) {
    this.#key = internalTokenPrivateJwk;
  }

  token(person: Person): Promise<string> {
    const known = this.#tokens.get(person);
    if (known && performance.now() - known.at < RENEW_MS) return known.token;
    const token = signInternalToken(claimsOf(person), this.#key);
    this.#tokens.set(person, { token, at: performance.now() });
    return token;
  }
}

function claimsOf(person: Person): InternalClaims {
  const scope = { all: true, cities: [], counties: [], fields: [], units: [], orgs: [] };
  return { sub: `bench-${person}`, name: person, offices: [offices[person]], scope };
}

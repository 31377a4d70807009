import type { InternalClaims, OfficeHeld, Scope } from '@bihuan/contracts';

/** What a test says of a caller; the rest is an office of the province that sees everything. */
export interface CallerOptions {
  readonly person?: string;
  readonly office?: Partial<OfficeHeld>;
  readonly scope?: Partial<Scope>;
}

/** Claims of the gateway's token for a caller of a test. A scope that is given sees only what it names. */
export function internalClaims({
  person = 'office-1',
  office = {},
  scope,
}: CallerOptions = {}): InternalClaims {
  const nothing = { all: false, cities: [], counties: [], fields: [], units: [], orgs: [] };
  return {
    sub: person,
    name: person,
    offices: [
      {
        orgCode: 'SX-OFFICE',
        orgName: '省专项行动领导组办公室',
        level: 'province',
        role: 'handler',
        campaignOffice: true,
        ...office,
      },
    ],
    scope: scope ? { ...nothing, ...scope } : { ...nothing, all: true },
  };
}

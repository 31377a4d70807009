import type { CallerOptions } from '@bihuan/testing/service';

/** Who comes to assessment, as the gateway vouches for them. */
export const callers = {
  county: {
    person: 'xiaodian-handler',
    office: { orgCode: 'XD', level: 'county', campaignOffice: false },
    scope: { counties: ['140105'] },
  },
  department: {
    person: 'commerce-leader',
    office: { orgCode: 'SX-COMMERCE', level: 'provincialDepartment', role: 'leader', campaignOffice: false },
    scope: { fields: ['catering'] },
  },
  operations: {
    person: 'operations',
    office: { orgCode: 'SX-OFFICE', role: 'operations', campaignOffice: true },
  },
  enterprise: {
    person: 'enterprise-1',
    office: { orgCode: 'ENT-1', level: 'enterprise', role: 'enterprise', campaignOffice: false },
    scope: { units: ['91330424MA28AQAQXU'] },
  },
} satisfies Record<string, CallerOptions>;

export interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly pointer: string }[];
}

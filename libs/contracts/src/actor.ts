import { z } from 'zod';
import { Code, PlaceCode } from './ids.ts';

/** What an office may do. `system` is a department's own system (client credentials). */
export const Role = z.enum([
  'handler',
  'leader',
  'governor',
  'viceGovernor',
  'enterprise',
  'system',
  'operations',
]);
export type Role = z.infer<typeof Role>;

export const OrganisationLevel = z.enum(['province', 'provincialDepartment', 'city', 'county', 'enterprise']);
export type OrganisationLevel = z.infer<typeof OrganisationLevel>;

/** An office held on the day of the request: organisation, role and what it reaches. */
export const OfficeHeld = z.object({
  orgCode: Code,
  orgName: z.string(),
  level: OrganisationLevel,
  role: Role,
  /** The leading group's office: dispatches, discloses, assesses, sees everything. */
  campaignOffice: z.boolean(),
});
export type OfficeHeld = z.infer<typeof OfficeHeld>;

/** What a caller may see: the union of its parts. `fields` covers leading and co-department fields, `units` credit codes. */
export const Scope = z.object({
  all: z.boolean(),
  cities: z.array(PlaceCode),
  counties: z.array(PlaceCode),
  fields: z.array(Code),
  units: z.array(z.string()),
  /** The caller's own organisations: what was handed to them or registered by them, wherever it lies. */
  orgs: z.array(Code),
});
export type Scope = z.infer<typeof Scope>;

/** Who did it, as kept in events and audit rows. `service:<name>` for the product itself. */
export const Actor = z.object({
  person: z.string().min(1).max(100),
  orgCode: Code.nullable(),
  role: z.union([Role, z.literal('service')]),
});
export type Actor = z.infer<typeof Actor>;

/** Claims of the gateway's own token (EdDSA, at most 60 s, audience `bihuan-services`). */
export const InternalClaims = z.object({
  sub: z.string().min(1),
  name: z.string(),
  offices: z.array(OfficeHeld).min(1),
  scope: Scope,
});
export type InternalClaims = z.infer<typeof InternalClaims>;

import type { FieldOfSupervision, OfficeHeld, Organisation, Scope } from '@bihuan/contracts';

/** Reference data of the day that scopes are derived from. */
export interface ScopeReference {
  readonly fields: readonly FieldOfSupervision[];
  organisation(code: string): Organisation | undefined;
}

/** What a person's offices reach, taken together. An office that reaches nothing adds nothing. */
export function scopeOf(person: string, offices: readonly OfficeHeld[], reference: ScopeReference): Scope {
  const parts = offices.map((office) => partOf(person, office, reference));
  const union = (pick: (part: Reach) => readonly string[]) => [...new Set(parts.flatMap(pick))].sort();
  return {
    all: parts.some(({ all }) => all),
    cities: union(({ cities }) => cities),
    counties: union(({ counties }) => counties),
    fields: union(({ fields }) => fields),
    units: union(({ units }) => units),
    orgs: [...new Set(offices.map(({ orgCode }) => orgCode))].sort(),
  };
}

type Reach = Omit<Scope, 'orgs'>;

const nothing: Reach = { all: false, cities: [], counties: [], fields: [], units: [] };

/** The role decides for the province's leaders, the organisation for everybody else. */
function partOf(person: string, office: OfficeHeld, reference: ScopeReference): Reach {
  if (office.campaignOffice || office.role === 'governor' || office.role === 'operations')
    return { ...nothing, all: true };
  if (office.role === 'viceGovernor')
    return { ...nothing, fields: fieldsWhere(reference, ({ viceGovernor }) => viceGovernor === person) };
  const organisation = reference.organisation(office.orgCode);
  return organisation ? { ...nothing, ...reachOf(organisation, reference) } : nothing;
}

function reachOf(organisation: Organisation, reference: ScopeReference): Partial<Reach> {
  const { code, level, placeCode, creditCode } = organisation;
  switch (level) {
    case 'province':
      return {};
    case 'provincialDepartment':
      return {
        fields: fieldsWhere(reference, ({ leadOrg, coOrgs }) => leadOrg === code || coOrgs.includes(code)),
      };
    case 'city':
      return { cities: [placeCode] };
    case 'county':
      return { counties: [placeCode] };
    case 'enterprise':
      return { units: creditCode === null ? [] : [creditCode] };
  }
}

function fieldsWhere({ fields }: ScopeReference, holds: (field: FieldOfSupervision) => boolean): string[] {
  return fields.filter(holds).map(({ code }) => code);
}

import type { ErrorCode, OrganisationLevel, Role } from '@bihuan/contracts';

/** An office the caller holds, with where its organisation sits. */
export interface Standing {
  readonly orgCode: string;
  readonly role: Role;
  readonly level: OrganisationLevel;
  readonly campaignOffice: boolean;
  readonly placeCode: string | null;
  /** Credit code of an enterprise. */
  readonly creditCode: string | null;
}

/** Organisations that have to do with a hazard. */
export interface Parties {
  readonly placeCode: string;
  readonly cityCode: string;
  /** The unit that must rectify; null where a body stands in its place. */
  readonly creditCode: string | null;
  readonly bodyOrg: string | null;
  readonly leadOrg: string;
  readonly coOrgs: readonly string[];
  /** Organisations that took the tracks. */
  readonly territorialOrg: string | null;
  readonly industryOrg: string | null;
}

/** Persons and organisations that reported completion or applied for acceptance. */
export interface Rectifiers {
  readonly persons: ReadonlySet<string>;
  readonly orgCodes: ReadonlySet<string>;
}

/** The office in which somebody acts, or the code of the refusal. */
export type ActingOffice = { readonly office: Standing } | { readonly refused: ErrorCode };

/**
 * Who rectifies, reports and applies: the unit's own enterprise, the body in its place, or the government of the
 * place (city or county) on their behalf.
 */
export function rectifyingOffice(standings: readonly Standing[], hazard: Parties): ActingOffice {
  return acting(standings.find((office) => ofUnit(office, hazard) || ofTerritory(office, hazard)));
}

/**
 * Who accepts: a department of the field (the lead, a co-department, or the one that took the track) or the campaign
 * office, and nobody of the rectifying side. Basis: acceptance on site by others than the rectifying side (glossary).
 */
export function acceptingOffice(
  standings: readonly Standing[],
  hazard: Parties,
  person: string,
  rectifiers: Rectifiers,
): ActingOffice {
  const offices = standings.filter((office) => ofIndustry(office, hazard));
  if (offices.length === 0) return { refused: 'auth.notAllowed' };
  const other = offices.find(
    ({ orgCode }) => orgCode !== hazard.bodyOrg && !rectifiers.orgCodes.has(orgCode),
  );
  if (!other || rectifiers.persons.has(person)) return { refused: 'acceptance.sameSide' };
  return { office: other };
}

/** Who signs the strike-off: the leader of the city government or of the campaign office, never who gave the verdict. */
export function signingOffice(
  standings: readonly Standing[],
  { cityCode }: Pick<Parties, 'cityCode'>,
  person: string,
  verdictBy: string | null,
): ActingOffice {
  const office = standings.find(
    ({ role, level, campaignOffice, placeCode }) =>
      role === 'leader' && (campaignOffice || (level === 'city' && placeCode === cityCode)),
  );
  if (office && person === verdictBy) return { refused: 'strikeOff.sameSigner' };
  return acting(office);
}

/**
 * Who decides a petition for another end of rectification: the level that listed the hazard. None is listed yet, so it
 * is the campaign office of the province (Qingdao 3+X rule of 2012).
 */
export function petitionOffice(standings: readonly Standing[]): ActingOffice {
  return acting(standings.find((office) => office.campaignOffice && holds(office, 'handler', 'leader')));
}

function acting(office: Standing | undefined): ActingOffice {
  return office ? { office } : { refused: 'auth.notAllowed' };
}

function ofUnit({ role, creditCode }: Standing, hazard: Parties): boolean {
  return role === 'enterprise' && creditCode !== null && creditCode === hazard.creditCode;
}

function ofTerritory(office: Standing, hazard: Parties): boolean {
  if (!holds(office, 'handler', 'system')) return false;
  if ([hazard.bodyOrg, hazard.territorialOrg].includes(office.orgCode)) return true;
  if (office.level === 'city') return office.placeCode === hazard.cityCode;
  return office.level === 'county' && office.placeCode === hazard.placeCode;
}

function ofIndustry(office: Standing, { leadOrg, coOrgs, industryOrg }: Parties): boolean {
  if (!holds(office, 'handler', 'leader', 'system')) return false;
  return office.campaignOffice || [leadOrg, ...coOrgs, industryOrg].includes(office.orgCode);
}

function holds({ role }: Standing, ...roles: readonly Role[]): boolean {
  return roles.includes(role);
}

import type { Office, Organisation, Role } from '@bihuan/contracts';
import type { ReferenceBook } from '@bihuan/platform/reference';

/** An office that a message goes to; with `person` where several hold the same office and one of them is meant. */
export interface Recipient {
  readonly orgCode: string;
  readonly role: Role;
  readonly person: string | null;
}

/** Who holds which office on a day, as far as messages go. A leader's office that is vacant has no recipients. */
export interface Directory {
  /** Organisation of the leading group's office. */
  readonly campaignOffice: string;
  organisation(orgCode: string): Pick<Organisation, 'level' | 'parentCode'> | undefined;
  /** Organisation code of the city's government. */
  cityGovernment(cityCode: string): string | undefined;
  governor(): readonly Recipient[];
  viceGovernorOf(fieldCode: string): readonly Recipient[];
  /** Persons who hold an office. */
  holdersOf(orgCode: string, role: Role): readonly string[];
  /** 双组长 of the city's leading group. */
  doubleLeadersOf(cityCode: string): readonly Recipient[];
}

/** The directory of a day (`YYYY-MM-DD`, Asia/Shanghai). @throws DomainError `reference.notReady` */
export function directoryOn(reference: ReferenceBook, day: string): Directory {
  const organisations = reference.organisations(day);
  const office = organisations.find(({ campaignOffice }) => campaignOffice);
  if (!office) throw new Error(`no campaign office on ${day}`);
  const named = (persons: readonly string[], role: Role): Recipient[] =>
    persons.flatMap((person) => officesOf(reference.officesOf(person, day), role));
  const leadersOf = (level: 'province' | 'city', subject?: string): string[] =>
    reference
      .leadingGroups(day)
      .filter((group) => group.level === level && (subject === undefined || group.subject === subject))
      .flatMap(({ leaders }) => leaders);
  return {
    campaignOffice: office.code,
    organisation: (orgCode) => reference.organisation(orgCode, day),
    cityGovernment: (cityCode) =>
      organisations.find(({ level, placeCode }) => level === 'city' && placeCode === cityCode)?.code,
    governor: () => named(leadersOf('province'), 'governor'),
    viceGovernorOf: (fieldCode) => {
      const person = reference.field(fieldCode, day)?.viceGovernor;
      return person === undefined ? [] : named([person], 'viceGovernor');
    },
    holdersOf: (orgCode, role) =>
      reference
        .offices(day)
        .filter((office) => office.orgCode === orgCode && office.role === role)
        .map(({ person }) => person),
    doubleLeadersOf: (cityCode) => named(leadersOf('city', cityCode), 'leader'),
  };
}

function officesOf(offices: readonly Office[], role: Role): Recipient[] {
  return offices
    .filter((office) => office.role === role)
    .map(({ orgCode, person }) => ({ orgCode, role, person }));
}

/** Addresses of whoever holds the office, each once; offices without an address have none. @param held offices of the day */
export function emailsOf(held: readonly Office[], { orgCode, role, person }: Recipient): string[] {
  const meant = held.filter(
    (office) =>
      office.orgCode === orgCode && office.role === role && (person === null || office.person === person),
  );
  return [...new Set(meant.flatMap(({ email }) => email ?? []))];
}

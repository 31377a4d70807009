import type { FieldOfSupervision, InternalClaims, Office, OfficeHeld, Organisation } from '@bihuan/contracts';
import { scopeOf } from '@bihuan/process-core';

/** Reference data as it stands on the day of the request. */
export interface DayDirectory {
  readonly fields: readonly FieldOfSupervision[];
  officesOf(person: string): readonly Office[];
  organisation(code: string): Organisation | undefined;
}

/**
 * Who the caller is for the services: the offices a person holds on that day and what they reach together.
 *
 * @param person person code, the subject of the outside token
 * @returns null where no office is held on that day
 */
export function claimsOf(person: string, directory: DayDirectory): InternalClaims | null {
  const held = directory.officesOf(person).flatMap((office) => {
    const organisation = directory.organisation(office.orgCode);
    return organisation ? [{ office, organisation }] : [];
  });
  const offices = held.map(officeHeld);
  const name = held[0]?.office.titleZh;
  if (name === undefined) return null;
  return { sub: person, name, offices, scope: scopeOf(person, offices, directory) };
}

function officeHeld({ office, organisation }: { office: Office; organisation: Organisation }): OfficeHeld {
  return {
    orgCode: organisation.code,
    orgName: organisation.nameZh,
    level: organisation.level,
    role: office.role,
    campaignOffice: organisation.campaignOffice,
  };
}

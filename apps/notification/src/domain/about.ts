import type { Role } from '@bihuan/contracts';
import type { Language } from '@bihuan/platform/errors';
import type { ReferenceBook } from '@bihuan/platform/reference';
import { toLocalDate } from '@bihuan/process-core';
import type { Brief } from './brief.ts';
import { workingDaysLate } from './lateness.ts';
import type { Reason } from './reason.ts';

/** What every text needs, in one language: names, and how late it is as of the day on which the message is delivered. */
export interface Circumstances {
  /** Why the reader is told; null where that was not noted. */
  readonly reason: Reason | null;
  /** `YYYY-MM-DD`: of the delivery, so that a message says the same whenever it is read or sent again. */
  readonly asOf: string;
  /** @param due ISO 8601 */
  workingDaysLate(due: string): number;
  /** Whether it was over when the message is delivered. @param due ISO 8601 */
  hasPassed(due: string): boolean;
  /** @param filed its Chinese name as the fact told it, where it is not in force any more; left out: its code */
  organisation(code: string, filed?: string): string;
  /** The title of the office that a person holds; null where it is not held any more. */
  title(held: { readonly orgCode: string; readonly role: Role; readonly person: string }): string | null;
}

/** And what the texts call the hazard. */
export interface About extends Circumstances {
  readonly hazardNo: string;
  readonly place: string;
  readonly city: string;
  readonly field: string;
  /** As filed: units have one name. */
  readonly unit: string;
}

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

/** @param today day whose names are used. @throws DomainError `reference.notReady` */
export function circumstancesIn(
  language: Language,
  { why, deliverAt }: { readonly why: Reason | null; readonly deliverAt: Date },
  reference: ReferenceBook,
  today: string,
): Circumstances {
  return {
    reason: why,
    asOf: toLocalDate(deliverAt),
    workingDaysLate: (due) => workingDaysLate(new Date(due), deliverAt, reference.calendar()),
    hasPassed: (due) => new Date(due) <= deliverAt,
    organisation: (code, filed) => {
      const item = reference.organisation(code, today);
      return nameIn(language, filed ?? item?.nameZh ?? code, item);
    },
    title: ({ orgCode, role, person }) => {
      const office = reference
        .officesOf(person, today)
        .find((held) => held.orgCode === orgCode && held.role === role);
      return office ? (language === 'en' ? office.titleEn : office.titleZh) : null;
    },
  };
}

/** In Chinese the names as they were filed; in English those of the day. @throws DomainError `reference.notReady` */
export function aboutIn(
  language: Language,
  brief: Brief,
  circumstances: Circumstances,
  reference: ReferenceBook,
  today: string,
): About {
  const city = nameIn(language, brief.cityName, reference.place(brief.cityCode, today));
  const county = nameIn(language, brief.placeName, reference.place(brief.placeCode, today));
  return {
    ...circumstances,
    hazardNo: brief.hazardNo,
    place: language === 'en' ? `${county}, ${city}` : `${city}${county}`,
    city,
    field: nameIn(language, brief.fieldName, reference.field(brief.fieldCode, today)),
    unit: brief.unitName,
  };
}

function nameIn(language: Language, filed: string, item: Named | undefined): string {
  return language === 'en' ? (item?.nameEn ?? filed) : filed;
}

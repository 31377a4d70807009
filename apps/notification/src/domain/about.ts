import type { Language } from '@bihuan/platform/errors';
import type { ReferenceBook } from '@bihuan/platform/reference';
import type { Brief } from './brief.ts';

/** What the texts call the hazard and the organisations, in one language. */
export interface About {
  readonly hazardNo: string;
  readonly place: string;
  readonly field: string;
  /** As filed: units have one name. */
  readonly unit: string;
  /** @param filed its Chinese name as the fact told it, where it is not in force any more */
  organisation(code: string, filed: string): string;
}

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

/** In Chinese the names as they were filed; in English those of the day. @throws DomainError `reference.notReady` */
export function aboutIn(language: Language, brief: Brief, reference: ReferenceBook, day: string): About {
  const name = (filed: string, item: Named | undefined): string =>
    language === 'en' ? (item?.nameEn ?? filed) : filed;
  const city = name(brief.cityName, reference.place(brief.cityCode, day));
  const county = name(brief.placeName, reference.place(brief.placeCode, day));
  return {
    hazardNo: brief.hazardNo,
    place: language === 'en' ? `${county}, ${city}` : `${city}${county}`,
    field: name(brief.fieldName, reference.field(brief.fieldCode, day)),
    unit: brief.unitName,
    organisation: (code, filed) => name(filed, reference.organisation(code, day)),
  };
}

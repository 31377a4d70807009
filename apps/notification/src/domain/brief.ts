import type { EventData } from '@bihuan/contracts';

/** What notification keeps of a hazard: whom it concerns, and what to call it. Names as they were when it was filed. */
export interface Brief {
  readonly hazardNo: string;
  readonly campaignCode: string;
  readonly placeCode: string;
  readonly placeName: string;
  readonly cityCode: string;
  readonly cityName: string;
  readonly fieldCode: string;
  readonly fieldName: string;
  readonly unitName: string;
  /** Department that took the industry handover, which need not lead the field; null until one has. */
  readonly industryOrg: string | null;
}

/** The brief of a hazard that was registered just now. */
export function briefOf(registered: EventData<'hazard.registered'>): Brief {
  const { hazardNo, campaignCode, place, field, responsible } = registered;
  return {
    hazardNo,
    campaignCode,
    placeCode: place.code,
    placeName: place.nameZh,
    cityCode: place.cityCode,
    cityName: place.cityNameZh,
    fieldCode: field.code,
    fieldName: field.nameZh,
    unitName: responsible.name,
    industryOrg: null,
  };
}

import type { EventData, EventOf, Track } from '@bihuan/contracts';

/** What notification keeps of a hazard: whom it concerns, and what to call it. Names as they were when it was filed, or corrected. */
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
  /** Government that took the territorial handover: of the city or, in its place, of a county; null until one has. */
  readonly territorialOrg: string | null;
  /** Department that took the industry handover, which need not lead the field; null until one has. */
  readonly industryOrg: string | null;
  /** Departments that share its field. */
  readonly coOrgs: string[];
  /** Version of the latest correction; 0 where it was never corrected. */
  readonly correction: number;
  /** Registered in error: nobody is urged any more. */
  readonly withdrawn: boolean;
}

/** The brief of a hazard that was registered just now. */
export function briefOf(registered: EventData<'hazard.registered'>): Brief {
  const { hazardNo, campaignCode } = registered;
  return {
    hazardNo,
    campaignCode,
    ...belonging(registered),
    territorialOrg: null,
    industryOrg: null,
    correction: 0,
    withdrawn: false,
  };
}

/** What a correction changes of the brief; nothing where a later one has been heard of. */
export function correctedBrief(
  { correction }: Pick<Brief, 'correction'>,
  corrected: EventData<'hazard.corrected'>,
): Partial<Brief> {
  const { version } = corrected;
  return correction < version ? { ...belonging(corrected), correction: version } : {};
}

const holders = { territorial: 'territorialOrg', industry: 'industryOrg' } as const satisfies Record<
  Track,
  keyof Brief
>;

/** What a handover changes of who holds its track; nothing where it leaves that as it was. */
export function settledBrief(
  brief: Pick<Brief, 'territorialOrg' | 'industryOrg'>,
  { type, data }: EventOf<'handover.acknowledged' | 'handover.insisted' | 'handover.redirected'>,
): Partial<Brief> {
  const holder = holders[data.track];
  if (type !== 'handover.redirected') return { [holder]: data.orgCode };
  return brief[holder] === data.orgCode ? { [holder]: null } : {};
}

function belonging({
  place,
  field,
  responsible,
}: Pick<EventData<'hazard.registered'>, 'place' | 'field' | 'responsible'>) {
  return {
    placeCode: place.code,
    placeName: place.nameZh,
    cityCode: place.cityCode,
    cityName: place.cityNameZh,
    fieldCode: field.code,
    fieldName: field.nameZh,
    coOrgs: field.coOrgs,
    unitName: responsible.name,
  };
}

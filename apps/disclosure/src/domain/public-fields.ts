import type { EventData, HazardKind } from '@bihuan/contracts';

/** What may be told of a hazard in public; what of it is withheld is decided in each edition's review. */
export interface PublicFields {
  readonly kind: HazardKind;
  readonly massCasualties: boolean;
  readonly unitName: string;
  readonly placeName: string;
  readonly cityName: string;
  readonly address: string;
  readonly fieldName: string;
  readonly standardCode: string;
  readonly clauseNo: string | null;
  readonly description: string;
  /** End of the rectification period as it stands: of the clock of the running round, ISO 8601, UTC. */
  readonly deadline: string;
  /** A petition for it was agreed to; left out where none was. */
  readonly extended?: true;
}

/** What a correction can change of them; the deadline stays. */
export type CorrectedFields = Omit<PublicFields, 'deadline' | 'extended'>;

export function publicFieldsOf(registered: EventData<'hazard.registered'>): PublicFields {
  return { ...correctedFieldsOf(registered), deadline: registered.deadline };
}

export function correctedFieldsOf(
  told: EventData<'hazard.registered'> | EventData<'hazard.corrected'>,
): CorrectedFields {
  const { kind, massCasualties, responsible, place, field, standardCode, clauseNo, description } = told;
  return {
    kind,
    massCasualties,
    unitName: responsible.name,
    placeName: place.nameZh,
    cityName: place.cityNameZh,
    address: place.address,
    fieldName: field.nameZh,
    standardCode,
    clauseNo,
    description,
  };
}

import type { FieldOfSupervision, Organisation, Track } from '@bihuan/contracts';

/** Where a hazard belongs, as far as its routes go. */
export interface Belonging {
  readonly cityCode: string;
  readonly fieldCode: string;
}

/**
 * Whether a correction takes a track away from where it is: another city for the territorial one, a field led by
 * another department for the industry one. Another county of the same city, or another field of the same lead, does not.
 *
 * @param fieldOf the field in force, undefined where it is not known any more
 */
export function belongsElsewhere(
  track: Track,
  before: Belonging,
  after: Belonging,
  fieldOf: (code: string) => Pick<FieldOfSupervision, 'leadOrg'> | undefined,
): boolean {
  if (track === 'territorial') return before.cityCode !== after.cityCode;
  if (before.fieldCode === after.fieldCode) return false;
  const lead = fieldOf(after.fieldCode)?.leadOrg;
  return lead === undefined || fieldOf(before.fieldCode)?.leadOrg !== lead;
}

/**
 * Whether a correction takes the territorial track away from a county that its city had passed it on to: the hazard lay
 * there, and lies in another county now. It goes back to the city, which passes it on. A county that has it although the
 * hazard was filed elsewhere keeps it.
 *
 * @param holder who has the track; undefined where it is not in force any more
 */
export function leavesCounty(
  holder: Pick<Organisation, 'level' | 'placeCode'> | undefined,
  before: { readonly placeCode: string },
  after: { readonly placeCode: string },
): boolean {
  if (holder?.level !== 'county' || before.placeCode === after.placeCode) return false;
  return holder.placeCode === before.placeCode;
}

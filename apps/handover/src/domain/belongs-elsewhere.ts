import type { FieldOfSupervision, Track } from '@bihuan/contracts';

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

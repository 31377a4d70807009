import type { Track } from '@bihuan/contracts';

const letters: Record<Track, string> = { territorial: 'T', industry: 'H' };

/**
 * Number of a handover's document 移交单编号: `<hazardNo>-T1` of the territorial, `-H1` of the industry track.
 * @param ordinal place in the chain of the hazard's track, from 1: a successor has the next
 * @throws RangeError for an ordinal that is no place
 */
export function documentNumber(hazardNo: string, track: Track, ordinal: number): string {
  if (!Number.isInteger(ordinal) || ordinal < 1) throw new RangeError(`not a place in a chain: ${ordinal}`);
  return `${hazardNo}-${letters[track]}${ordinal}`;
}

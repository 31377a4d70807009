/**
 * `<campaign>-I-<serial>`, e.g. `SX2023-I-0001`: what is printed on the notice of a warning interview.
 * @param serial running number inside the campaign, from 1
 */
export function interviewNumber(campaign: string, serial: number): string {
  return `${campaign}-I-${String(serial).padStart(4, '0')}`;
}

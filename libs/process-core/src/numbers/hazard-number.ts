import { checkCharacter } from './mod-37-36.ts';

/** What a hazard number is made of. */
export interface HazardNumberParts {
  /** Code of the campaign, 2 to 12 capital letters and digits. */
  readonly campaign: string;
  /** GB/T 2260 code of the place, six digits. */
  readonly place: string;
  /** Letters of the field of supervision, two to four. */
  readonly letters: string;
  /** Month of registration in Shanghai, `YYYY-MM`. */
  readonly month: string;
  /** Running number inside campaign, place, field and month, 1 to 999,999,999. */
  readonly serial: number;
}

const shape = /^([A-Z0-9]{2,12})-(\d{6})-([A-Z]{2,4})-(\d{4})(0[1-9]|1[0-2])-(\d{5,9})([0-9A-Z])$/;

/**
 * `<campaign>-<place>-<letters>-<yyyymm>-<serial><check>`; the check character is taken over all letters and digits
 * before it. The serial has at least five digits.
 * @throws RangeError if a part has another form
 */
export function hazardNumber({ campaign, place, letters, month, serial }: HazardNumberParts): string {
  const body = [campaign, place, letters, month.replace('-', ''), String(serial).padStart(5, '0')].join('-');
  const number = body + checkCharacter(body.replaceAll('-', ''));
  if (!shape.test(number) || serial < 1) throw new RangeError(`not the parts of a hazard number: ${body}`);
  return number;
}

/** The parts of a hazard number; null if its form or its check character is wrong. */
export function parseHazardNumber(text: string): HazardNumberParts | null {
  const match = shape.exec(text);
  if (!match || checkCharacter(text.slice(0, -1).replaceAll('-', '')) !== text.at(-1)) return null;
  const [, campaign = '', place = '', letters = '', year = '', month = '', serial = ''] = match;
  return { campaign, place, letters, month: `${year}-${month}`, serial: Number(serial) };
}

/** A well-formed hazard number with the right check character. */
export function isHazardNumber(text: string): boolean {
  return parseHazardNumber(text) !== null;
}

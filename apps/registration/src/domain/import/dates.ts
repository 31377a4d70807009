/** Days of Excel's calendar that count as dates: 1954 to 2119. Smaller numbers are something else. */
const SERIALS = { from: 20_000, to: 80_000 };
const DAY_MS = 86_400_000;
/** Day 0 of Excel's 1900 calendar, for dates after February 1900. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

const dateShape =
  /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;
const monthShape = /^(\d{4})(?:-(\d{1,2})|\/(\d{1,2})|\.(\d{1,2})|年(\d{1,2})月?|(\d{2}))$/;

/**
 * A date as people write it: `2023-05-18`, `2023/5/18`, `2023.5.18`, `2023年5月18日`, `20230518`, with or without a time
 * of day, or the number by which Excel keeps it.
 *
 * @returns `YYYY-MM-DD`; null where it is no date
 */
export function dateOf(text: string): string | null {
  const match = dateShape.exec(text);
  if (!match) return serialDate(text);
  const [year, ...parts] = partsOf(match);
  const date = `${String(year)}-${String(parts[0]).padStart(2, '0')}-${String(parts[1]).padStart(2, '0')}`;
  const at = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date) ? date : null;
}

/** A month as people write it, `2023-05`, `2023年5月`, `202305`, or any day of it. @returns `YYYY-MM`; null where it is none */
export function monthOf(text: string): string | null {
  const match = monthShape.exec(text);
  if (!match) return dateOf(text)?.slice(0, 7) ?? null;
  const [year, month] = partsOf(match);
  const two = String(month).padStart(2, '0');
  return two >= '01' && two <= '12' ? `${String(year)}-${two}` : null;
}

/** What the alternatives of a shape have caught, each as one of them. */
function partsOf(match: readonly (string | undefined)[]): (string | undefined)[] {
  return match.slice(1).filter((part) => part !== undefined);
}

/** The date of a day number of Excel, with its time of day where it has one. @returns null outside its calendar */
export function dateOfSerial(serial: number, from1904: boolean): string | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null;
  const at = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(serial * DAY_MS));
  const [day = '', time = ''] = at.toISOString().slice(0, 19).split('T');
  return time === '00:00:00' ? day : `${day} ${time}`;
}

function serialDate(text: string): string | null {
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return null;
  const serial = Number(text);
  if (serial < SERIALS.from || serial > SERIALS.to) return null;
  return dateOfSerial(Math.floor(serial), false);
}

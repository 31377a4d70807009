const SHARES = 10_000;

/**
 * Share of a part in a whole, rounded half up to four decimals (a percentage with two); null, printed as "/", where the
 * whole is nought. Cities whose rates are printed alike are ranked alike.
 *
 * @param part integer from 0 to `whole`
 */
export function rateOf(part: number, whole: number): number | null {
  if (whole === 0) return null;
  return Math.floor((2 * SHARES * part + whole) / (2 * whole)) / SHARES;
}

/** The difference of two rates, without the dust of binary fractions; null where either is. */
export function rateDifference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : Math.round((now - before) * SHARES) / SHARES;
}

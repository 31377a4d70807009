import type { OverallFigures } from '@bihuan/contracts';

/** A city with fewer hazards found is listed without a rank: one hazard would decide it. Our default, not from a regulation. */
export const leastRanked = 3;

/** What ranks are decided by, in this order; a rate that does not exist comes after every one that does. */
const rankedBy = ['overallRate', 'onTimeRate', 'handoverTimeliness'] as const;

/**
 * 排队: the rank of each of some cities, from 1; null for one that is not ranked. Equal rates share a rank, and the next
 * rank is left out for each that shares.
 */
export function ranksOf(cities: readonly OverallFigures[]): (number | null)[] {
  const ranked = cities.filter(isRanked);
  return cities.map((city) =>
    isRanked(city) ? 1 + ranked.filter((other) => comparison(other, city) < 0).length : null,
  );
}

function isRanked({ foundTotal }: OverallFigures): boolean {
  return foundTotal >= leastRanked;
}

/** Negative where the first ranks before the second. */
function comparison(a: OverallFigures, b: OverallFigures): number {
  for (const rate of rankedBy) {
    const difference = (b[rate] ?? -1) - (a[rate] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

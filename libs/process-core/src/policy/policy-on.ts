import type { Policy } from '@bihuan/contracts';

/**
 * The policy in force on a date (`YYYY-MM-DD`, Shanghai): the latest that has taken effect; of two that took effect
 * on the same day the higher version. Undefined before the first.
 */
export function policyOn(policies: readonly Policy[], date: string): Policy | undefined {
  return policies
    .filter(({ effectiveFrom }) => effectiveFrom <= date)
    .sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom) || a.version - b.version)
    .at(-1);
}

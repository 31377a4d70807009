/** What of a handover says whether its chain gets anywhere. */
export interface ChainedHandover {
  /** Its addressee refused it, whatever was decided afterwards. */
  readonly refused: boolean;
  /** It was acknowledged or insisted upon, whatever became of it afterwards. */
  readonly settled: boolean;
}

/** Refusals in a row from which on somebody above the campaign office decides. Our default. */
export const REFUSALS_THAT_RAISE = 2;

/**
 * How often a hazard's track was refused since anybody last had it: an acknowledgement or an insistence ends the row.
 * A handover that was passed on by its addressee, or redirected before it was answered, neither counts nor ends it:
 * nobody has the hazard yet.
 *
 * @param chain handovers of one track, oldest first
 */
export function refusalsInARow(chain: readonly ChainedHandover[]): number {
  const since = chain.findLastIndex(({ settled }) => settled) + 1;
  return chain.slice(since).filter(({ refused }) => refused).length;
}

/** What a clock of rectification said of the end of its round, from a moment on. */
export interface DeadlineMove {
  /** Of the clock: the highest holds, also of those of one moment. */
  readonly version: number;
  readonly at: Date;
  /** Null while the clock stands still: nobody is late by what passes meanwhile. */
  readonly due: Date | null;
}

/** When a round has to be over. */
export interface MovableDeadline {
  /** Named at registration or in the failed verdict. */
  readonly deadline: Date;
  /** What became of it; empty where it never moved. */
  readonly moves: readonly DeadlineMove[];
}

/**
 * The deadline of a round as it stood at an instant; null where its clock stood still. What was granted, paused or
 * counted anew at that instant or later does not change it, whenever it was heard of.
 * Basis: our default (docs/assessment.md).
 */
export function deadlineAsOf({ deadline, moves }: MovableDeadline, end: Date): Date | null {
  const last = moves
    .filter(({ at }) => at < end)
    .sort((a, b) => a.version - b.version)
    .at(-1);
  return last ? last.due : deadline;
}

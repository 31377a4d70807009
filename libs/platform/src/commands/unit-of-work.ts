import type { Origin, Work } from './work.ts';

/** Runs a body in one transaction: its state, facts and audit notes are committed together or not at all. */
export abstract class UnitOfWork {
  /**
   * Runs `body` in a transaction and commits.
   *
   * The body touches nothing but its transaction, for it runs again, at most three times more, where
   * the database broke it off (deadlock, serialisation failure).
   *
   * @returns what the body returns
   * @throws what the body throws, after rolling back
   */
  abstract run<T>(origin: Origin, body: (work: Work) => Promise<T>): Promise<T>;
}

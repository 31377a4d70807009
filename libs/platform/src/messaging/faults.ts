/** Points at which a process may die without a fact being lost or an effect doubled. */
export type FaultPoint =
  'afterCommitBeforePublish' | 'afterPublishBeforeMark' | 'afterEffectBeforeOffset' | 'betweenImportBatches';

/** Where fault tests stop a process. */
export abstract class FaultPoints {
  abstract reach(point: FaultPoint): void;
}

/** Nothing happens at any point. */
export class NoFaults extends FaultPoints {
  override reach(): void {
    // Production passes every point.
  }
}

import type { LoopFact } from '../events/catalog.ts';

/** Workflow type, signals and queries of the loop; the workflow id is the hazard number. */
export const hazardLoopType = 'hazardLoop';
export const factsSignal = 'facts';
export const loopQuery = 'loop';

export const HazardState = [
  'registered',
  'handedOver',
  'rectifying',
  'awaitingAcceptance',
  'struckOff',
  'withdrawn',
] as const;
export type HazardState = (typeof HazardState)[number];

export const MarkName = ['found', 'handedOver', 'disclosed', 'supervised', 'assessed'] as const;
export type MarkName = (typeof MarkName)[number];
/** When a step of the loop was first and last reached, business time. */
export type Marks = Partial<Record<MarkName, { readonly first: string; readonly last: string }>>;

/** Signal `facts`: facts of one hazard as `toldAll` leaves them, in any order, each at least once. */
export type FactsSignalArgs = [facts: readonly LoopFact[]];

/** Answer of the query `loop`, for operators. */
export interface LoopView {
  readonly hazardNo: string;
  /** Whether the loop heard of the registration; one that did not was started anew by a later fact and knows a part. */
  readonly registered: boolean;
  readonly state: HazardState;
  readonly marks: Marks;
  readonly nextClock: { readonly clockId: string; readonly due: string; readonly waitsFor: string } | null;
  readonly openClocks: number;
  readonly overdue: boolean;
}

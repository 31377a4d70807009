import type { HazardHistory } from '../events/history.ts';
import type { ClockDecision } from './clock-fact.ts';

/** What a ledger from an older system told of the handovers, and who brought it when. */
export type PastHandovers = Pick<HazardHistory, 'reportedBy' | 'reportedByName' | 'reportedAt' | 'handovers'>;

/** What the loop needs to know of its hazard at the start. Codes for routing, names for the operator. */
export interface LoopHazard {
  readonly hazardNo: string;
  readonly campaignCode: string;
  readonly placeCode: string;
  readonly placeName: string;
  readonly cityCode: string;
  readonly cityName: string;
  readonly fieldCode: string;
  readonly fieldName: string;
  readonly registeredAt: string;
  /** Struck off (or withdrawn), published and assessed: nothing is left to do. */
  readonly finished: boolean;
  /** Left out for a hazard that was registered here. */
  readonly past?: PastHandovers;
  /** Business time minus system time of this deployment, milliseconds. */
  readonly businessOffsetMs: number;
}

export interface RegistrationActivities {
  /** Refused with `hazard.notFound` where the number was never registered. */
  loadHazard(hazardNo: string): Promise<LoopHazard>;
}

export interface HandoverActivities {
  /** Creates both handovers with their clocks, once; those of the past as they were. A track without a route is put on the campaign office's list. */
  dispatchHandovers(hazard: {
    readonly hazardNo: string;
    readonly campaignCode: string;
    readonly placeCode: string;
    readonly cityCode: string;
    readonly fieldCode: string;
    readonly registeredAt: string;
    readonly past?: PastHandovers;
  }): Promise<{ readonly dispatched: number; readonly unrouted: number }>;
}

/** Implemented by every owner of clocks, on its own queue. */
export interface ClockActivities {
  /** The owner decides in its own database whether the clock is late, and takes at most one rung. */
  decideClock(clockId: string): Promise<ClockDecision>;
}

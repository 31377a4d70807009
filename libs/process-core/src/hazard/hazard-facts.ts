import type { ClockFact, ClockKind, EventOf, HandoverStatus, LoopFactType, Track } from '@bihuan/contracts';

/** Events that tell something of where a hazard stands: those the loop hears and those only projections need. */
export type HazardEvent = EventOf<
  LoopFactType | 'progress.reported' | 'completion.reported' | 'clock.rungTaken'
>;

/** First and last time at which something happened, business time, ISO UTC. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

/** A handover as last heard of. */
export interface KnownHandover {
  readonly version: number;
  readonly track: Track;
  readonly status: HandoverStatus;
  readonly dispatchedAt: string;
  /** The organisation that must answer it. */
  readonly orgCode: string;
  /** Of a redirected one: it had been acknowledged or insisted upon before. */
  readonly settled?: true;
}

/** Where a hazard belongs after its latest correction. */
export interface KnownBelonging {
  readonly version: number;
  readonly placeName: string;
  readonly cityName: string;
  readonly fieldName: string;
}

/** One round of rectification; a failed verdict opens the next. */
export interface Round {
  readonly completedAt?: string;
  readonly appliedAt?: string;
  readonly verdict?: { readonly passed: boolean; readonly decidedAt: string };
}

/** A clock of any owner as last heard of. */
export interface KnownClock {
  readonly version: number;
  readonly open: boolean;
  readonly owner: ClockFact['owner'];
  readonly kind: ClockKind;
  readonly due: string;
  readonly wakeAt: string | null;
  readonly overdueAt: string | null;
  /** Name of the organisation that must act. */
  readonly waitsFor: string;
  /** It stands still; left out where it runs. */
  readonly paused?: true;
}

/** Everything folded of one hazard: plain JSON, kept by the loop and by each projection. */
export interface HazardFacts {
  readonly hazardNo: string;
  readonly registeredAt: string | null;
  readonly planFiledAt: string | null;
  readonly struckOffAt: string | null;
  readonly strikeOffPublished: boolean;
  readonly strikeOffAssessed: boolean;
  /** By handover id. */
  readonly handovers: Readonly<Record<string, KnownHandover>>;
  /** By number of the round, from 1. */
  readonly rounds: Readonly<Record<number, Round>>;
  readonly supervised: Span | null;
  readonly disclosed: Span | null;
  readonly assessed: Span | null;
  /** By clock id. */
  readonly clocks: Readonly<Record<string, KnownClock>>;
  /** By clock id: the latest due that was seen to pass. A due moved beyond it is not late any more. */
  readonly passedDue: Readonly<Record<string, string>>;
  /** Registered in error, and every owner has confirmed its withdrawal. */
  readonly withdrawnAt?: string;
  /** It was struck off before the ledger it came with was brought: nothing is left for a loop. */
  readonly closedInHistory?: true;
  /** Left out where it was never corrected. */
  readonly belongs?: KnownBelonging;
}

/** A hazard of which nothing has been heard yet. */
export function emptyFacts(hazardNo: string): HazardFacts {
  return {
    hazardNo,
    registeredAt: null,
    planFiledAt: null,
    struckOffAt: null,
    strikeOffPublished: false,
    strikeOffAssessed: false,
    handovers: {},
    rounds: {},
    supervised: null,
    disclosed: null,
    assessed: null,
    clocks: {},
    passedDue: {},
  };
}

import type { z } from 'zod';
import { ClockFact, RungTaken } from '../loop/clock-fact.ts';
import { ObligationFact, ObligationRungTaken } from '../loop/obligation-fact.ts';
import type { TopicKey } from '../topics.ts';
import type { Envelope } from './envelope.ts';
import { HazardCorrected, HazardWithdrawn, WithdrawalApproved, WithdrawalConfirmed } from './changes.ts';
import { EvidenceAttached } from './evidence.ts';
import {
  HandoverFact,
  HandoverRedirected,
  HandoverRefused,
  HandoverTransferred,
  HandoverUnrouted,
} from './handover.ts';
import { HazardRegistered } from './hazard.ts';
import { InterviewCancelled, InterviewJoined, InterviewOpened } from './interviews.ts';
import { HazardAssessed, HazardDisclosed } from './marks.ts';
import { PetitionDecided, PetitionFiled, PetitionLapsed } from './petitions.ts';
import { EditionPublished, MonthAssessed, MonthRequested } from './publication.ts';
import { ReferenceChanged } from './reference.ts';
import {
  AcceptanceApplied,
  AcceptanceDecided,
  CompletionReported,
  HazardStruckOff,
  PlanFiled,
  ProgressReported,
} from './supervision.ts';

/** Every event: the schema of its data. Producer, consumer and tests use the same. */
export const eventSchemas = {
  'hazard.registered': HazardRegistered,
  'hazard.corrected': HazardCorrected,
  'evidence.attached': EvidenceAttached,
  'withdrawal.approved': WithdrawalApproved,
  'withdrawal.confirmed': WithdrawalConfirmed,
  'hazard.withdrawn': HazardWithdrawn,
  'handover.dispatched': HandoverFact,
  'handover.unrouted': HandoverUnrouted,
  'handover.acknowledged': HandoverFact,
  'handover.refused': HandoverRefused,
  'handover.insisted': HandoverFact,
  'handover.transferred': HandoverTransferred,
  'handover.redirected': HandoverRedirected,
  'plan.filed': PlanFiled,
  'progress.reported': ProgressReported,
  'completion.reported': CompletionReported,
  'acceptance.applied': AcceptanceApplied,
  'acceptance.decided': AcceptanceDecided,
  'hazard.struckOff': HazardStruckOff,
  'petition.filed': PetitionFiled,
  'petition.decided': PetitionDecided,
  'petition.lapsed': PetitionLapsed,
  'interview.opened': InterviewOpened,
  'interview.joined': InterviewJoined,
  'interview.cancelled': InterviewCancelled,
  'hazard.disclosed': HazardDisclosed,
  'hazard.assessed': HazardAssessed,
  'edition.requested': MonthRequested,
  'edition.published': EditionPublished,
  'assessment.requested': MonthRequested,
  'assessment.published': MonthAssessed,
  'clock.opened': ClockFact,
  'clock.moved': ClockFact,
  'clock.ended': ClockFact,
  'clock.rungTaken': RungTaken,
  'obligation.opened': ObligationFact,
  'obligation.moved': ObligationFact,
  'obligation.ended': ObligationFact,
  'obligation.rungTaken': ObligationRungTaken,
  'reference.changed': ReferenceChanged,
} as const;

export type EventType = keyof typeof eventSchemas;
export type EventData<T extends EventType> = z.infer<(typeof eventSchemas)[T]>;
export type EventOf<T extends EventType> = { [K in T]: Envelope<K, EventData<K>> }[T];
export type AnyEvent = EventOf<EventType>;

/** An event before the platform gives it an id, a time and an actor. */
export type NewEvent = {
  [K in EventType]: {
    readonly topic: TopicKey;
    readonly type: K;
    readonly key: string;
    readonly data: EventData<K>;
  };
}[EventType];

/** Facts that a stage or a timer of the loop depends on; nothing else is signalled to it. */
export const loopFactTypes = [
  'hazard.registered',
  'hazard.corrected',
  'hazard.withdrawn',
  'handover.dispatched',
  'handover.acknowledged',
  'handover.refused',
  'handover.insisted',
  'handover.transferred',
  'handover.redirected',
  'plan.filed',
  'acceptance.applied',
  'acceptance.decided',
  'hazard.struckOff',
  'hazard.disclosed',
  'hazard.assessed',
  'clock.opened',
  'clock.moved',
  'clock.ended',
] as const satisfies readonly EventType[];

export type LoopFactType = (typeof loopFactTypes)[number];
export type LoopFact = EventOf<LoopFactType>;

/** Facts that tell where a hazard stands: those of the loop, and those that only projections fold. */
export const hazardEventTypes = [
  ...loopFactTypes,
  'progress.reported',
  'completion.reported',
  'clock.rungTaken',
] as const satisfies readonly EventType[];

export type HazardEvent = EventOf<(typeof hazardEventTypes)[number]>;

/** Facts of a clock without a hazard that its workflow hears. */
export const obligationFactTypes = [
  'obligation.opened',
  'obligation.moved',
  'obligation.ended',
] as const satisfies readonly EventType[];

export type ObligationClockFact = EventOf<(typeof obligationFactTypes)[number]>;

import type { ClockKind, Track } from '@bihuan/contracts';
import type { FactOfHazard } from './heard-facts.ts';

interface Addressed {
  readonly track: Track;
  readonly orgCode: string;
  readonly orgName: string;
}

interface ClockNotice {
  readonly clock: ClockKind;
  /** ISO 8601, UTC. */
  readonly due: string;
  /** The organisation that must act. */
  readonly orgCode: string;
  readonly orgName: string;
}

/** Kinds of messages, each with what its text is made of. Texts are written in the reader's language when they are read. */
export interface MessageParams {
  'handover.dispatched': Addressed;
  'handover.refused': Addressed & { readonly reason: string };
  'handover.insisted': Addressed;
  'handover.redirected': Addressed;
  'handover.unrouted': { readonly track: Track; readonly why: { readonly zh: string; readonly en: string } };
  'clock.reminder': ClockNotice;
  'clock.overdue': ClockNotice;
  'clock.leader': ClockNotice;
  'clock.interview': ClockNotice;
  'clock.raise': ClockNotice;
  'acceptance.applied': { readonly round: number };
  'acceptance.decided': { readonly passed: boolean; readonly newDeadline: string | null };
  'hazard.struckOff': { readonly struckOffAt: string };
}

export type MessageKind = keyof MessageParams;
export type MessageOf<K extends MessageKind> = {
  [P in K]: { readonly kind: P; readonly params: MessageParams[P] };
}[K];
export type Message = MessageOf<MessageKind>;

/** What there is to say of a fact; null where nobody is told. */
export function messageOf(fact: FactOfHazard): Message | null {
  switch (fact.type) {
    case 'hazard.corrected':
    case 'handover.acknowledged':
      return null;
    case 'handover.dispatched':
    case 'handover.insisted':
    case 'handover.redirected':
      return { kind: fact.type, params: addressed(fact.data) };
    case 'handover.refused':
      return { kind: fact.type, params: { ...addressed(fact.data), reason: fact.data.reason } };
    case 'handover.unrouted':
      return { kind: fact.type, params: { track: fact.data.track, why: fact.data.why } };
    case 'clock.rungTaken': {
      const { rung, kind: clock, due, waitsFor } = fact.data;
      return { kind: `clock.${rung}`, params: { clock, due, ...waitsFor } };
    }
    case 'acceptance.applied':
      return { kind: fact.type, params: { round: fact.data.round } };
    case 'acceptance.decided':
      return { kind: fact.type, params: { passed: fact.data.passed, newDeadline: fact.data.newDeadline } };
    case 'hazard.struckOff':
      return { kind: fact.type, params: { struckOffAt: fact.data.struckOffAt } };
  }
}

function addressed({ track, orgCode, orgName }: Addressed): Addressed {
  return { track, orgCode, orgName };
}

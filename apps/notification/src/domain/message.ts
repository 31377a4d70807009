import type { ClockKind, Role, RungAction, Track } from '@bihuan/contracts';
import { rungActions } from '@bihuan/process-core';
import type { FactOfHazard } from './heard-facts.ts';

interface Addressed {
  readonly track: Track;
  readonly orgCode: string;
  readonly orgName: string;
}

/** An office, or a person in it who was told by name, that has not acknowledged what was told of a clock before. */
export interface Unacknowledged {
  readonly orgCode: string;
  readonly role: Role;
  /** Null where the office was told; left out in messages older than this. */
  readonly person?: string | null;
}

export interface ClockNotice {
  readonly clock: ClockKind;
  /** ISO 8601, UTC. */
  readonly due: string;
  /** The organisation that must act. */
  readonly orgCode: string;
  readonly orgName: string;
  /** What the rung does; left out in messages older than this: what one of its name does. */
  readonly actions?: readonly RungAction[];
  /** Left out in messages older than this. */
  readonly unacknowledged?: readonly Unacknowledged[];
}

/** Kinds of messages, each with what its text is made of. Texts are written in the reader's language when they are read. */
export interface MessageParams {
  'handover.dispatched': Addressed;
  'handover.copied': Addressed;
  'handover.refused': Addressed & { readonly reason: string };
  'handover.insisted': Addressed;
  'handover.redirected': Addressed;
  'handover.unrouted': { readonly track: Track; readonly why: { readonly zh: string; readonly en: string } };
  'clock.reminder': ClockNotice;
  'clock.overdue': ClockNotice;
  'clock.leader': ClockNotice;
  'clock.interview': ClockNotice;
  'clock.raise': ClockNotice;
  /** Which clocks the office had been told of. */
  'escalation.revoked': { readonly clocks: readonly ClockKind[] };
  'petition.filed': {
    readonly filedOrg: string;
    readonly late: boolean;
    readonly until: string;
    readonly reason: string;
    /** Until when it is to be decided. */
    readonly decideBy: string;
  };
  'petition.decided': { readonly agreed: boolean; readonly deadline: string; readonly opinion: string };
  'acceptance.applied': { readonly round: number };
  'acceptance.decided': { readonly passed: boolean; readonly newDeadline: string | null };
  'hazard.struckOff': { readonly struckOffAt: string };
}

export type MessageKind = keyof MessageParams;
export type MessageOf<K extends MessageKind> = {
  [P in K]: { readonly kind: P; readonly params: MessageParams[P] };
}[K];
export type Message = MessageOf<MessageKind>;

/**
 * What there is to say of a fact; null where nobody is told by the fact alone.
 *
 * @param unacknowledged offices that have not acknowledged what they were told of the clock before
 */
export function messageOf(fact: FactOfHazard, unacknowledged: readonly Unacknowledged[]): Message | null {
  switch (fact.type) {
    case 'hazard.corrected':
    case 'hazard.withdrawn':
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
      const actions = rungActions(fact.data);
      return { kind: `clock.${rung}`, params: { clock, due, ...waitsFor, actions, unacknowledged } };
    }
    case 'petition.filed': {
      const { filedOrg, late, until, reason, decision } = fact.data;
      return { kind: fact.type, params: { filedOrg, late, until, reason, decideBy: decision.due } };
    }
    case 'petition.decided': {
      const { agreed, deadline, opinion } = fact.data;
      return { kind: fact.type, params: { agreed, deadline, opinion } };
    }
    case 'acceptance.applied':
      return { kind: fact.type, params: { round: fact.data.round } };
    case 'acceptance.decided':
      return { kind: fact.type, params: { passed: fact.data.passed, newDeadline: fact.data.newDeadline } };
    case 'hazard.struckOff':
      return { kind: fact.type, params: { struckOffAt: fact.data.struckOffAt } };
  }
}

/** What those are told who share the field and need not answer; null where nobody gets a copy. */
export function copyOf(fact: FactOfHazard): MessageOf<'handover.copied'> | null {
  if (fact.type !== 'handover.dispatched' || fact.data.track !== 'industry') return null;
  return { kind: 'handover.copied', params: addressed(fact.data) };
}

function addressed({ track, orgCode, orgName }: Addressed): Addressed {
  return { track, orgCode, orgName };
}

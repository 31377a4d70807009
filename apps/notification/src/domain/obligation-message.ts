import type { EventData, RungName } from '@bihuan/contracts';
import type { Bilingual } from '@bihuan/process-core';
import type { Directory, Recipient } from './directory.ts';

type RungTaken = EventData<'obligation.rungTaken'>;

/** What the text about a clock without a hazard is made of. */
export interface ObligationNotice {
  readonly title: Bilingual;
  /** ISO 8601, UTC. */
  readonly due: string;
  /** The organisation that must act. */
  readonly orgCode: string;
  readonly orgName: string;
}

export type ObligationMessageKind = `obligation.${RungName}`;

/** A message about a clock without a hazard. */
export interface ObligationMessage {
  readonly kind: ObligationMessageKind;
  readonly params: ObligationNotice;
}

export function obligationMessageOf({ rung, title, due, waitsFor }: RungTaken): ObligationMessage {
  return { kind: `obligation.${rung}`, params: { title, due, ...waitsFor } };
}

/**
 * Who must know of a rung: before the due the handlers of the organisation that must act, on it its leaders too, and
 * from the leader's rung on the governor, who heads the leading group. Our default.
 */
export function obligationRecipients({ rung, waitsFor }: RungTaken, directory: Directory): Recipient[] {
  const { orgCode } = waitsFor;
  const handlers: Recipient = { orgCode, role: 'handler', person: null };
  const leaders: Recipient = { orgCode, role: 'leader', person: null };
  switch (rung) {
    case 'reminder':
      return [handlers];
    case 'overdue':
      return [handlers, leaders];
    case 'leader':
    case 'interview':
    case 'raise':
      return [handlers, leaders, ...directory.governor()];
  }
}

import type { EventData, RungAction, RungName } from '@bihuan/contracts';
import { type Bilingual, rungActions } from '@bihuan/process-core';
import type { Directory } from './directory.ts';
import type { Unacknowledged } from './message.ts';
import { distinct, type Told } from './told.ts';
import { recipientsOfRung } from './rung-recipients.ts';

type RungTaken = EventData<'obligation.rungTaken'>;

/** What the text about a clock without a hazard is made of. */
export interface ObligationNotice {
  readonly title: Bilingual;
  /** ISO 8601, UTC. */
  readonly due: string;
  /** The organisation that must act. */
  readonly orgCode: string;
  readonly orgName: string;
  /** What the rung does; left out in messages older than this: what one of its name does. */
  readonly actions?: readonly RungAction[];
  readonly unacknowledged?: readonly Unacknowledged[];
}

export type ObligationMessageKind = `obligation.${RungName}`;

/** A message about a clock without a hazard. */
export interface ObligationMessage {
  readonly kind: ObligationMessageKind;
  readonly params: ObligationNotice;
}

/** @param unacknowledged offices that have not acknowledged what they were told of the clock before */
export function obligationMessageOf(
  taken: RungTaken,
  unacknowledged: readonly Unacknowledged[],
): ObligationMessage {
  const { rung, title, due, waitsFor } = taken;
  const actions = rungActions(taken);
  return { kind: `obligation.${rung}`, params: { title, due, ...waitsFor, actions, unacknowledged } };
}

/** Who must know of a rung of a clock without a hazard; nobody twice. */
export function obligationRecipients(taken: RungTaken, directory: Directory): Told[] {
  return distinct(recipientsOfRung(taken, null, directory));
}

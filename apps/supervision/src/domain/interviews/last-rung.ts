import { campaignOf, type ClockKind, type EventOf } from '@bihuan/contracts';
import { rungActions } from '@bihuan/process-core';

/** A rung of a clock of any owner, with a hazard or without. */
export type RungFact = EventOf<'clock.rungTaken' | 'obligation.rungTaken'>;

/** A clock that nobody answered until its last rung. */
export interface LastRung {
  readonly clockId: string;
  readonly kind: ClockKind;
  readonly campaignCode: string;
  /** Null for a clock that belongs to no hazard. */
  readonly hazardNo: string | null;
  readonly due: Date;
  readonly rungAt: Date;
  /** The organisation that did not act. */
  readonly waitsFor: { readonly orgCode: string; readonly orgName: string };
}

/** What a rung says, where it is one that leads to a warning interview; null for every other. */
export function lastRungOf({ type, data, occurredAt }: RungFact): LastRung | null {
  if (!rungActions(data).includes('interview')) return null;
  const { clockId, kind, due, waitsFor } = data;
  const at = { due: new Date(due), rungAt: new Date(occurredAt) };
  const concern =
    type === 'clock.rungTaken'
      ? { hazardNo: data.hazardNo, campaignCode: campaignOf(data.hazardNo) }
      : { hazardNo: null, campaignCode: data.subject.campaignCode };
  return { clockId, kind, waitsFor, ...at, ...concern };
}

import type { HandoverList } from '@bihuan/contracts';

/** By what handovers are put in order. */
export interface HandoverOrder {
  readonly by: 'dispatchedAt' | 'answeredAt';
  readonly column: 'dispatched_at' | 'answered_at';
  readonly direction: 'ASC' | 'DESC';
}

interface ListDefinition extends HandoverOrder {
  /** Literally the condition of the partial index that serves the list. */
  readonly where: string;
}

/** Lists that are worked off, over handovers of hazards that are neither struck off nor withdrawn. */
const lists: Record<HandoverList, ListDefinition> = {
  unacknowledged: {
    where: `status = 'dispatched' AND ended_at IS NULL`,
    ...{ by: 'dispatchedAt', column: 'dispatched_at', direction: 'ASC' },
  },
  noFeedback: {
    where: `settled AND status <> 'redirected' AND feedback_at IS NULL AND ended_at IS NULL`,
    ...{ by: 'answeredAt', column: 'answered_at', direction: 'ASC' },
  },
  refused: {
    where: `status = 'refused' AND ended_at IS NULL`,
    ...{ by: 'answeredAt', column: 'answered_at', direction: 'ASC' },
  },
};

/** The condition that puts a handover on the list, over the columns of its table. */
export function conditionOf(list: HandoverList): string {
  return lists[list].where;
}

/** What waits longest first; without a list the newest first. */
export function orderOf(list: HandoverList | undefined): HandoverOrder {
  return list ? lists[list] : { by: 'dispatchedAt', column: 'dispatched_at', direction: 'DESC' };
}

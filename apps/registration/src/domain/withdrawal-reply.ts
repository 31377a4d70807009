import type { WithdrawalReply } from '@bihuan/contracts';
import type { HazardWithdrawal } from '../persistence/hazard-withdrawal.entity.ts';

/** A withdrawal as callers read it. */
export function withdrawalReply(withdrawal: HazardWithdrawal): WithdrawalReply {
  const { id, hazardNo, state, reason, requestedAt, requestedBy, requestedOrg, confirmations, endedAt } =
    withdrawal;
  return {
    withdrawalId: id,
    hazardNo,
    state,
    requested: {
      reason,
      by: { person: requestedBy, orgCode: requestedOrg },
      at: requestedAt.toISOString(),
    },
    decided: decisionOf(withdrawal),
    confirmedBy: Object.keys(confirmations).sort(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

function decisionOf({
  opinion,
  decidedBy,
  decidedOrg,
  decidedAt,
}: HazardWithdrawal): WithdrawalReply['decided'] {
  if (opinion === null || decidedBy === null || decidedOrg === null || !decidedAt) return null;
  return { opinion, by: { person: decidedBy, orgCode: decidedOrg }, at: decidedAt.toISOString() };
}

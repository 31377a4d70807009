import { withdrawalOwners, type WithdrawalState } from '@bihuan/contracts';
import type { Confirmations } from '../persistence/hazard-withdrawal.entity.ts';

/**
 * How an approved withdrawal stands after its owners' confirmations, in whatever order they came: it completes with
 * the last one, unless the hazard had been struck off before the approval was heard where that is decided.
 */
export function stateAfter(
  confirmations: Confirmations,
): Extract<WithdrawalState, 'approved' | 'completed' | 'overtaken'> {
  const outcomes = withdrawalOwners.map((owner) => confirmations[owner]);
  if (outcomes.includes(undefined)) return 'approved';
  return outcomes.includes('struckOff') ? 'overtaken' : 'completed';
}

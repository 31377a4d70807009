import type { EventData, WithdrawalOwner } from '@bihuan/contracts';
import type { Work } from './work.ts';

/**
 * An owner's answer to `withdrawal.approved`, in the transaction in which it ended what it had to do with the hazard.
 *
 * @param outcome `struckOff` where the hazard was struck off before; it stays so
 */
export function confirmWithdrawal(
  work: Work,
  owner: WithdrawalOwner,
  { hazardNo, withdrawalId }: EventData<'withdrawal.approved'>,
  outcome: EventData<'withdrawal.confirmed'>['outcome'],
): void {
  const confirmedAt = work.now.toISOString();
  work.emit({
    topic: owner,
    type: 'withdrawal.confirmed',
    key: hazardNo,
    data: { hazardNo, withdrawalId, owner, outcome, confirmedAt },
  });
  work.record({
    action: 'withdrawal.confirmed',
    subject: hazardNo,
    before: null,
    after: { withdrawalId, outcome },
  });
}

import type { Rung, RungAction, RungName, RungRecipient } from '@bihuan/contracts';

const overdueTo: readonly RungRecipient[] = ['responsible', 'unitLeader', 'superior'];
const leaderTo: readonly RungRecipient[] = [...overdueTo, 'doubleLeaders', 'viceGovernor'];
const interviewTo: readonly RungRecipient[] = [...leaderTo, 'governor'];

/** Each rung tells those of the rung below and somebody higher. Our default. */
const recipients: Readonly<Record<RungName, readonly RungRecipient[]>> = {
  reminder: ['responsible'],
  overdue: overdueTo,
  leader: leaderTo,
  interview: interviewTo,
  raise: [...interviewTo, 'campaignOffice', 'supervisoryOrgan'],
};

/** Our default, after the ladder of the domain: on the date overdue, then the circular, then the warning interview. */
const actions: Readonly<Record<RungName, readonly RungAction[]>> = {
  reminder: ['remind'],
  overdue: ['notify', 'markOverdue'],
  leader: ['notify', 'circularEntry'],
  interview: ['notify', 'interview'],
  raise: ['copyToSupervisoryOrgan', 'raiseOneLevel'],
};

/** Who must be told because of what a rung does. */
const toldOf: Readonly<Partial<Record<RungAction, RungRecipient>>> = {
  raiseOneLevel: 'superior',
  copyToSupervisoryOrgan: 'supervisoryOrgan',
};

/**
 * Whom a rung is told to: the policy's recipients, or the product's own for a rung of that name; and who gets a copy, or
 * has to verify, by what it does.
 */
export function rungTo({ rung, to, actions: own }: Omit<Rung, 'before' | 'after'>): readonly RungRecipient[] {
  const byActions = rungActions({ rung, actions: own }).flatMap((action) => toldOf[action] ?? []);
  return [...new Set([...(to ?? recipients[rung]), ...byActions])];
}

/** What a rung does: the policy's actions, or the product's own for a rung of that name. */
export function rungActions({ rung, actions: own }: Pick<Rung, 'rung' | 'actions'>): readonly RungAction[] {
  return own ?? actions[rung];
}

/** Rungs that must be acknowledged by whoever is told: everything but a reminder. */
export function isEscalation(rung: RungName): boolean {
  return rung !== 'reminder';
}

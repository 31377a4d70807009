import type { ErrorCode, HandoverStatus } from '@bihuan/contracts';

/** What can be answered to a handover. `insist` is the office's answer to a refusal. */
export type Answer = 'acknowledge' | 'refuse' | 'transfer' | 'insist';

/** Who answers: the organisation addressed, the campaign office, or somebody who may only look on. */
export type Answerer = 'addressee' | 'office' | 'onlooker';

interface Rule {
  readonly by: readonly Answerer[];
  readonly from: readonly HandoverStatus[];
  readonly to: HandoverStatus;
  readonly otherwise: ErrorCode;
}

/**
 * Work Safety Law §69: what belongs to another department is transferred in time and on record. A refusal is decided
 * by the campaign office, which redirects the handover (transfer) or holds on to it (insist).
 */
const rules: Record<Answer, Rule> = {
  acknowledge: {
    by: ['addressee'],
    from: ['dispatched'],
    to: 'acknowledged',
    otherwise: 'handover.alreadyAnswered',
  },
  refuse: { by: ['addressee'], from: ['dispatched'], to: 'refused', otherwise: 'handover.alreadyAnswered' },
  transfer: {
    by: ['addressee', 'office'],
    from: ['dispatched', 'refused'],
    to: 'transferred',
    otherwise: 'handover.alreadyAnswered',
  },
  insist: { by: ['office'], from: ['refused'], to: 'insisted', otherwise: 'handover.notRefused' },
};

/** The status after the answer, or the code of the refusal. */
export function decideAnswer(
  answer: Answer,
  by: Answerer,
  status: HandoverStatus,
): { readonly to: HandoverStatus } | { readonly refused: ErrorCode } {
  const rule = rules[answer];
  if (!rule.by.includes(by)) return { refused: 'auth.notAllowed' };
  // What was refused lies with the office; the addressee has had its say.
  if (status === 'refused' && by === 'addressee') return { refused: 'handover.alreadyAnswered' };
  if (!rule.from.includes(status)) return { refused: rule.otherwise };
  return { to: rule.to };
}

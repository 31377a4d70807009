import type { ErrorCode, HandoverStatus } from '@bihuan/contracts';

/** What can be answered to a handover, and what is decided about one: `redirect` and `insist`. */
export type Answer = 'acknowledge' | 'refuse' | 'transfer' | 'redirect' | 'insist';

/** Who answers: the organisation addressed, the campaign office, its superior, or somebody who may only look on. */
export type Answerer = 'addressee' | 'office' | 'superior' | 'onlooker';

interface Rule {
  readonly by: 'addressee' | 'office';
  readonly from: readonly HandoverStatus[];
  readonly to: HandoverStatus;
  readonly otherwise: ErrorCode;
}

/**
 * Work Safety Law §69: what belongs to another department is transferred in time and on record. A refusal is decided
 * by the campaign office, which redirects the handover or holds on to it (insist). It may also redirect one that waits
 * for its answer, where it went to the wrong place; what was taken on only a correction moves.
 */
const rules: Record<Answer, Rule> = {
  acknowledge: {
    by: 'addressee',
    from: ['dispatched'],
    to: 'acknowledged',
    otherwise: 'handover.alreadyAnswered',
  },
  refuse: { by: 'addressee', from: ['dispatched'], to: 'refused', otherwise: 'handover.alreadyAnswered' },
  transfer: {
    by: 'addressee',
    from: ['dispatched'],
    to: 'transferred',
    otherwise: 'handover.alreadyAnswered',
  },
  redirect: {
    by: 'office',
    from: ['dispatched', 'refused'],
    to: 'redirected',
    otherwise: 'handover.alreadyAnswered',
  },
  insist: { by: 'office', from: ['refused'], to: 'insisted', otherwise: 'handover.notRefused' },
};

/** The status after the answer, or the code of the refusal. What was raised one level is decided there alone. */
export function decideAnswer(
  answer: Answer,
  by: Answerer,
  { status, raised }: { readonly status: HandoverStatus; readonly raised: boolean },
): { readonly to: HandoverStatus } | { readonly refused: ErrorCode } {
  const rule = rules[answer];
  const decides = rule.by === 'office' && raised ? 'superior' : rule.by;
  if (by === 'office' && decides === 'superior') return { refused: 'handover.raised' };
  if (by !== decides) return { refused: 'auth.notAllowed' };
  if (!rule.from.includes(status)) return { refused: rule.otherwise };
  return { to: rule.to };
}

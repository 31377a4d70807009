import type { ErrorCode, HandoverStatus } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { type Answer, type Answerer, decideAnswer } from './answer-rules.ts';

type Row = [Answer, Answerer, HandoverStatus, HandoverStatus | ErrorCode];

const rows: Row[] = [
  ['acknowledge', 'addressee', 'dispatched', 'acknowledged'],
  ['acknowledge', 'addressee', 'acknowledged', 'handover.alreadyAnswered'],
  ['acknowledge', 'addressee', 'refused', 'handover.alreadyAnswered'],
  ['acknowledge', 'addressee', 'redirected', 'handover.alreadyAnswered'],
  ['acknowledge', 'office', 'dispatched', 'auth.notAllowed'],
  ['acknowledge', 'onlooker', 'dispatched', 'auth.notAllowed'],
  ['refuse', 'addressee', 'dispatched', 'refused'],
  ['refuse', 'addressee', 'transferred', 'handover.alreadyAnswered'],
  ['refuse', 'office', 'dispatched', 'auth.notAllowed'],
  ['transfer', 'addressee', 'dispatched', 'transferred'],
  ['transfer', 'addressee', 'refused', 'handover.alreadyAnswered'],
  ['transfer', 'addressee', 'acknowledged', 'handover.alreadyAnswered'],
  ['transfer', 'office', 'dispatched', 'auth.notAllowed'],
  ['transfer', 'office', 'refused', 'auth.notAllowed'],
  ['transfer', 'onlooker', 'dispatched', 'auth.notAllowed'],
  ['redirect', 'office', 'dispatched', 'redirected'],
  ['redirect', 'office', 'refused', 'redirected'],
  ['redirect', 'office', 'acknowledged', 'handover.alreadyAnswered'],
  ['redirect', 'office', 'insisted', 'handover.alreadyAnswered'],
  ['redirect', 'office', 'transferred', 'handover.alreadyAnswered'],
  ['redirect', 'office', 'redirected', 'handover.alreadyAnswered'],
  ['redirect', 'addressee', 'dispatched', 'auth.notAllowed'],
  ['redirect', 'superior', 'refused', 'auth.notAllowed'],
  ['redirect', 'onlooker', 'refused', 'auth.notAllowed'],
  ['insist', 'office', 'refused', 'insisted'],
  ['insist', 'office', 'dispatched', 'handover.notRefused'],
  ['insist', 'addressee', 'refused', 'auth.notAllowed'],
  ['insist', 'superior', 'refused', 'auth.notAllowed'],
  ['insist', 'onlooker', 'refused', 'auth.notAllowed'],
];

const raised: Row[] = [
  ['redirect', 'superior', 'refused', 'redirected'],
  ['redirect', 'office', 'refused', 'handover.raised'],
  ['redirect', 'addressee', 'refused', 'auth.notAllowed'],
  ['insist', 'superior', 'refused', 'insisted'],
  ['insist', 'superior', 'insisted', 'handover.notRefused'],
  ['insist', 'office', 'refused', 'handover.raised'],
  ['insist', 'onlooker', 'refused', 'auth.notAllowed'],
  ['acknowledge', 'superior', 'refused', 'auth.notAllowed'],
  ['acknowledge', 'addressee', 'refused', 'handover.alreadyAnswered'],
];

function decided([answer, by, status]: Row, isRaised: boolean): HandoverStatus | ErrorCode {
  const decision = decideAnswer(answer, by, { status, raised: isRaised });
  return 'to' in decision ? decision.to : decision.refused;
}

describe('an answer to a handover', () => {
  it.each(rows)('%s by %s when %s → %s', (...row) => {
    expect(decided(row, false)).toBe(row[3]);
  });

  it.each(raised)('once raised, %s by %s when %s → %s', (...row) => {
    expect(decided(row, true)).toBe(row[3]);
  });
});

import type { ErrorCode, HandoverStatus } from '@bihuan/contracts';
import { describe, expect, it } from '@jest/globals';
import { type Answer, type Answerer, decideAnswer } from './answer-rules.ts';

type Row = [Answer, Answerer, HandoverStatus, HandoverStatus | ErrorCode];

const rows: Row[] = [
  ['acknowledge', 'addressee', 'dispatched', 'acknowledged'],
  ['acknowledge', 'addressee', 'acknowledged', 'handover.alreadyAnswered'],
  ['acknowledge', 'addressee', 'refused', 'handover.alreadyAnswered'],
  ['acknowledge', 'office', 'dispatched', 'auth.notAllowed'],
  ['acknowledge', 'onlooker', 'dispatched', 'auth.notAllowed'],
  ['refuse', 'addressee', 'dispatched', 'refused'],
  ['refuse', 'addressee', 'transferred', 'handover.alreadyAnswered'],
  ['refuse', 'office', 'dispatched', 'auth.notAllowed'],
  ['transfer', 'addressee', 'dispatched', 'transferred'],
  ['transfer', 'addressee', 'refused', 'handover.alreadyAnswered'],
  ['transfer', 'addressee', 'acknowledged', 'handover.alreadyAnswered'],
  ['transfer', 'office', 'dispatched', 'transferred'],
  ['transfer', 'office', 'refused', 'transferred'],
  ['transfer', 'onlooker', 'dispatched', 'auth.notAllowed'],
  ['insist', 'office', 'refused', 'insisted'],
  ['insist', 'office', 'dispatched', 'handover.notRefused'],
  ['insist', 'addressee', 'refused', 'auth.notAllowed'],
  ['insist', 'onlooker', 'refused', 'auth.notAllowed'],
];

describe('an answer to a handover', () => {
  it.each(rows)('%s by %s when %s → %s', (answer, by, status, expected) => {
    const decision = decideAnswer(answer, by, status);
    expect('to' in decision ? decision.to : decision.refused).toBe(expected);
  });
});

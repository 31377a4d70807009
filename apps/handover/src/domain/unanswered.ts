import type { Organisation, Track } from '@bihuan/contracts';
import { documentNumber } from '@bihuan/process-core';
import type { Handover } from '../persistence/handover.entity.ts';

/** What a handover carries of its hazard. */
export interface HandedHazard {
  readonly hazardNo: string;
  readonly campaignCode: string;
  readonly placeCode: string;
  readonly cityCode: string;
  readonly fieldCode: string;
}

/**
 * A handover to an organisation that nobody has answered or decided on yet.
 * @param ordinal its place in the chain of the hazard's track, from 1
 */
export function unanswered(
  { hazardNo, campaignCode, placeCode, cityCode, fieldCode }: HandedHazard,
  track: Track,
  to: Organisation,
  ordinal: number,
): Omit<Handover, 'id' | 'dispatchedAt'> {
  return {
    ...{ hazardNo, campaignCode, track, placeCode, cityCode, fieldCode },
    documentNo: documentNumber(hazardNo, track, ordinal),
    orgCode: to.code,
    orgName: to.nameZh,
    status: 'dispatched',
    version: 1,
    predecessorId: null,
    reported: false,
    answer: null,
    answeredAt: null,
    receivedBy: null,
    receivedAs: null,
    late: false,
    reasonCode: null,
    reason: null,
    responsible: null,
    opinion: null,
    settled: false,
    raised: false,
    decisionReason: null,
    feedbackAt: null,
    endedAt: null,
  };
}

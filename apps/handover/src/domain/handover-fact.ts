import type { HandoverFact, HandoverReply } from '@bihuan/contracts';
import type { Handover } from '../persistence/handover.entity.ts';

/** The handover as it stands, for everybody else. */
export function factOf(handover: Handover): HandoverFact & Pick<HandoverReply, 'documentNo' | 'raised'> {
  return {
    handoverId: handover.id,
    hazardNo: handover.hazardNo,
    track: handover.track,
    orgCode: handover.orgCode,
    orgName: handover.orgName,
    status: handover.status,
    version: handover.version,
    dispatchedAt: handover.dispatchedAt.toISOString(),
    answeredAt: handover.answeredAt?.toISOString() ?? null,
    late: handover.late,
    documentNo: handover.documentNo,
    raised: handover.raised,
  };
}

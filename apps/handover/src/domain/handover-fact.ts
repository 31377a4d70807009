import type { HandoverFact } from '@bihuan/contracts';
import type { z } from 'zod';
import type { Handover } from '../persistence/handover.entity.ts';

/** The handover as it stands, for everybody else. */
export function factOf(handover: Handover): z.infer<typeof HandoverFact> {
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
  };
}

import { z } from 'zod';
import { HazardNo, Instant } from '../ids.ts';

/** Registration keeps a photo or document of the hazard; it is never changed and never removed. */
export const EvidenceAttached = z.strictObject({
  hazardNo: HazardNo,
  evidenceId: z.uuid(),
  /** Of the content, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  attachedAt: Instant,
});

import { z } from 'zod';
import { Code, HazardNo, Instant, LocalDate } from '../ids.ts';

const ofPetition = {
  hazardNo: HazardNo,
  petitionId: z.uuid(),
  /** Round of rectification whose end it is about. */
  round: z.int().min(1),
};

/** The rectifying side asks for another end of rectification; the running one stands until somebody has decided. */
export const PetitionFiled = z.strictObject({
  ...ofPetition,
  filedAt: Instant,
  filedOrg: Code,
  /** Filed later than the policy allows: agreeing takes a reason. */
  late: z.boolean(),
  /** The last day asked for. */
  until: LocalDate,
  reason: z.string(),
  /** End of rectification as it stands. */
  runningDue: Instant,
  /** The organisation that decides, and until when. */
  decision: z.strictObject({ orgCode: Code, orgName: z.string(), due: Instant }),
});

/** Agreed: `deadline` is the new end of rectification. Refused: it is the old one, which stands. */
export const PetitionDecided = z.strictObject({
  ...ofPetition,
  decidedAt: Instant,
  agreed: z.boolean(),
  opinion: z.string(),
  deadline: Instant,
  /** The organisation that had filed it. */
  filedOrg: Code,
});

/** Rectification ended, or the hazard was withdrawn, before anybody had decided. */
export const PetitionLapsed = z.strictObject({ ...ofPetition, lapsedAt: Instant });

import { z } from 'zod';
import { Code, HazardNo, Instant, LocalDate } from '../ids.ts';
import { pageOf, pageQuery } from './paging.ts';

const Text = (max: number) => z.string().trim().min(1).max(max);
const By = z.strictObject({ person: z.string(), orgCode: Code });

/** A step of rectification that was taken, and the day on which it was. */
export const StepTaken = z.strictObject({ on: LocalDate, what: Text(1000) });
export type StepTaken = z.infer<typeof StepTaken>;

/** What keeps people safe until the hazard is gone, proved by evidence of the hazard. */
export const InterimSafeguard = z.strictObject({
  measure: Text(1000),
  evidenceIds: z.array(z.uuid()).min(1).max(20),
});
export type InterimSafeguard = z.infer<typeof InterimSafeguard>;

/** How those exposed to the hazard were told that it lasts longer, and on which day. */
export const NoticeToExposed = z.strictObject({ how: Text(1000), on: LocalDate });
export type NoticeToExposed = z.infer<typeof NoticeToExposed>;

/** Another date for the end of rectification. Basis: Qingdao 3+X rule of 2012; what it must contain is our default. */
export const FilePetition = z.strictObject({
  /** The last day of rectification asked for. */
  until: LocalDate,
  reason: Text(2000),
  stepsTaken: z.array(StepTaken).min(1).max(50),
  interimSafeguards: z.array(InterimSafeguard).min(1).max(20),
  noticeToExposed: NoticeToExposed,
});
export type FilePetition = z.infer<typeof FilePetition>;

export const DecidePetition = z.strictObject({
  agreed: z.boolean(),
  /** An earlier last day than the one asked for; left out: the one asked for. */
  until: LocalDate.optional(),
  opinion: Text(2000),
});
export type DecidePetition = z.infer<typeof DecidePetition>;

/** `lapsed`: rectification ended, or the hazard was withdrawn, before anybody had decided. */
export const PetitionState = z.enum(['pending', 'agreed', 'refused', 'lapsed']);
export type PetitionState = z.infer<typeof PetitionState>;

export const PetitionReply = FilePetition.extend({
  petitionId: z.uuid(),
  hazardNo: HazardNo,
  /** Round of rectification whose end it is about. */
  round: z.int().min(1),
  state: PetitionState,
  /** End of rectification when it was filed. */
  runningDue: Instant,
  /** Until when it would have been in time; exactly then is late. */
  fileBy: Instant,
  late: z.boolean(),
  filed: z.strictObject({ by: By, at: Instant }),
  /** The organisation that decides, and until when. */
  decision: z.strictObject({ orgCode: Code, orgName: z.string(), due: Instant }),
  /** Null until somebody has decided. `until` is the last day that was granted; null where it was refused. */
  decided: z
    .strictObject({ until: LocalDate.nullable(), opinion: z.string(), by: By, at: Instant })
    .nullable(),
  lapsedAt: Instant.nullable(),
});
export type PetitionReply = z.infer<typeof PetitionReply>;

export const ListPetitions = z.strictObject({ ...pageQuery });
export type ListPetitions = z.infer<typeof ListPetitions>;
export const PetitionPage = pageOf(PetitionReply);

export const PetitionParams = z.strictObject({ no: HazardNo, id: z.uuid() });

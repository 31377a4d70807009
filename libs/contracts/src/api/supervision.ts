import { z } from 'zod';
import { HazardNo, Instant, LocalDate } from '../ids.ts';

const Text = (max: number) => z.string().trim().min(1).max(max);

/** Rectification plan. Basis: Order No. 16 of the former SAWS, art. 15: six contents. */
export const FilePlan = z.strictObject({
  goalAndTask: Text(2000),
  methodAndMeasures: Text(4000),
  fundsAndMaterials: Text(2000),
  organisationAndPersons: Text(2000),
  timeAndRequirement: Text(2000),
  safetyAndContingency: Text(4000),
  /** Planned funds in 10,000 yuan. */
  funds: z.number().min(0).max(1_000_000).optional(),
});
export type FilePlan = z.infer<typeof FilePlan>;

export const ReportProgress = z.strictObject({
  percent: z.int().min(0).max(100),
  note: Text(2000),
});
export type ReportProgress = z.infer<typeof ReportProgress>;

export const ReportCompletion = z.strictObject({ summary: Text(4000), finishedOn: LocalDate });
export type ReportCompletion = z.infer<typeof ReportCompletion>;

export const ApplyForAcceptance = z.strictObject({ statement: Text(4000) });
export type ApplyForAcceptance = z.infer<typeof ApplyForAcceptance>;

export const GiveVerdict = z.strictObject({
  passed: z.boolean(),
  opinion: Text(4000),
  /** The day of the visit on site. */
  visitedOn: LocalDate,
  /** Required when it failed. */
  newDeadline: LocalDate.optional(),
});
export type GiveVerdict = z.infer<typeof GiveVerdict>;

export const StrikeOff = z.strictObject({ opinion: Text(2000) });
export type StrikeOff = z.infer<typeof StrikeOff>;

/** Where the case stands after the command. */
export const CaseReply = z.strictObject({
  hazardNo: HazardNo,
  state: z.string(),
  round: z.int(),
  at: Instant,
});
export type CaseReply = z.infer<typeof CaseReply>;

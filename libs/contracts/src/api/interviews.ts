import { z } from 'zod';
import { Code, HazardNo, InterviewNo, Instant } from '../ids.ts';
import { ClockKind } from '../reference/policy.ts';
import { pageOf, pageQuery } from './paging.ts';

/** `cancelled`: every hazard it was about was withdrawn. */
export const InterviewState = z.enum(['open', 'cancelled']);
export type InterviewState = z.infer<typeof InterviewState>;

const Side = z.strictObject({ orgCode: Code, orgName: z.string() });

/** A clock that nobody answered until its last rung. */
export const InterviewCause = z.strictObject({
  clockId: z.string(),
  kind: ClockKind,
  /** Null for a clock that belongs to no hazard, such as a month's edition. */
  hazardNo: HazardNo.nullable(),
  due: Instant,
  /** When the rung was taken. */
  at: Instant,
  /** Why it leads to an interview, in the caller's language. */
  why: z.string(),
});
export type InterviewCause = z.infer<typeof InterviewCause>;

/** A warning interview 警示约谈: the leader of the interviewee by the leader of the interviewer. */
export const InterviewReply = z.strictObject({
  interviewId: z.uuid(),
  interviewNo: InterviewNo,
  state: InterviewState,
  interviewee: Side,
  interviewer: Side,
  openedAt: Instant,
  cancelledAt: Instant.nullable(),
  /** Those that the caller may see, in the order of their rungs. */
  causes: z.array(InterviewCause),
});
export type InterviewReply = z.infer<typeof InterviewReply>;

export const ListInterviews = z.strictObject({
  ...pageQuery,
  state: InterviewState.optional(),
  /** The interviewee. */
  orgCode: Code.optional(),
});
export type ListInterviews = z.infer<typeof ListInterviews>;
export const InterviewPage = pageOf(InterviewReply);

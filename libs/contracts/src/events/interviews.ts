import { z } from 'zod';
import { Code, HazardNo, Instant, InterviewNo } from '../ids.ts';
import { ClockKind } from '../reference/policy.ts';

const Side = z.strictObject({ orgCode: Code, orgName: z.string() });

/** One warning interview as it stands with the clock that led to it. The key is the interview's id. */
const WithCause = z.strictObject({
  interviewId: z.uuid(),
  interviewNo: InterviewNo,
  /** Its leader is interviewed: the organisation that did not act. */
  interviewee: Side,
  /** Its leader interviews: one level up. */
  interviewer: Side,
  clockId: z.string(),
  kind: ClockKind,
  /** Null for a clock that belongs to no hazard. */
  hazardNo: HazardNo.nullable(),
  due: Instant,
});

/** The last rung of a clock was taken, and no interview of that organisation was open. */
export const InterviewOpened = WithCause.extend({ openedAt: Instant });

/** The last rung of a further clock was taken, or that of a date granted meanwhile: it joins the interview that is open. */
export const InterviewJoined = WithCause.extend({ joinedAt: Instant });

/** Every hazard that it was about was withdrawn. */
export const InterviewCancelled = z.strictObject({
  interviewId: z.uuid(),
  interviewNo: InterviewNo,
  interviewee: Side,
  interviewer: Side,
  cancelledAt: Instant,
});

import type { ClockKind, EventOf } from '@bihuan/contracts';
import type { Directory } from './directory.ts';
import { actingFor } from './rung-recipients.ts';
import { because, distinct, everybodyOf, leadersOf, type Told } from './told.ts';

/** What becomes of a warning interview. */
export type InterviewFact = EventOf<'interview.opened' | 'interview.joined' | 'interview.cancelled'>;
export type InterviewMessageKind = InterviewFact['type'];

interface Side {
  readonly orgCode: string;
  readonly orgName: string;
}

/** What the text about an interview is made of. */
export interface InterviewNotice {
  readonly interviewNo: string;
  readonly interviewee: Side;
  readonly interviewer: Side;
  /** What led to it; null where it is about nothing any more. */
  readonly cause: {
    readonly clock: ClockKind;
    readonly due: string;
    readonly hazardNo: string | null;
  } | null;
}

export interface InterviewMessage {
  readonly kind: InterviewMessageKind;
  readonly params: InterviewNotice;
}

export function isInterview(kind: string): kind is InterviewMessageKind {
  return kind.startsWith('interview.');
}

export function interviewMessageOf({ type, data }: InterviewFact): InterviewMessage {
  const { interviewNo, interviewee, interviewer } = data;
  const cause = 'kind' in data ? { clock: data.kind, due: data.due, hazardNo: data.hazardNo } : null;
  return { kind: type, params: { interviewNo, interviewee, interviewer, cause } };
}

/** The leader who is interviewed, those who interview, and the campaign office, which announces it. Our default. */
export function interviewRecipients({ data }: InterviewFact, directory: Directory): Told[] {
  const { interviewee, interviewer } = data;
  return distinct([
    ...because('interviewee', [leadersOf(interviewee.orgCode)]),
    ...because('interviewer', actingFor(interviewer.orgCode, directory)),
    ...because('concerned', everybodyOf(directory.campaignOffice)),
  ]);
}

import { interviewNumber } from '@bihuan/process-core';
import type { InterviewRow } from '../../persistence/interview.entity.ts';

/** What every fact and reply says of an interview. */
export function interviewParts(interview: InterviewRow) {
  const { id, campaignCode, serial, intervieweeOrg, intervieweeName, interviewerOrg, interviewerName } =
    interview;
  return {
    interviewId: id,
    interviewNo: interviewNumber(campaignCode, serial),
    interviewee: { orgCode: intervieweeOrg, orgName: intervieweeName },
    interviewer: { orgCode: interviewerOrg, orgName: interviewerName },
  };
}

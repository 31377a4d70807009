import type { Organisation } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';

/**
 * Whose leader interviews: the organisation one level up (our default, after the State Council's rule 安委〔2018〕2号);
 * the campaign office where the interviewee is not in force any more. Null where nobody stands above it: no one below
 * interviews.
 *
 * @param organisations those in force on the day
 * @throws organisation.unknown where there is no campaign office either
 */
export function interviewerOf(orgCode: string, organisations: readonly Organisation[]): Organisation | null {
  const interviewee = organisations.find(({ code }) => code === orgCode);
  if (interviewee?.parentCode === null) return null;
  const interviewer =
    organisations.find(({ code }) => code === interviewee?.parentCode) ??
    organisations.find(({ campaignOffice }) => campaignOffice);
  if (!interviewer) throw new DomainError('organisation.unknown', { params: { code: orgCode } });
  return interviewer;
}

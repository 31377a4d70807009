import { localText } from '@bihuan/process-core';
import type { About } from '../about.ts';
import { hazardIn } from './hazard.ts';
import { rungInEnglish } from './rung.ts';
import type { Texts } from './template.ts';
import { words } from './words.ts';

const { clocks, tracks } = words.en;

const hazard = (about: About): string => hazardIn('en', about);
const at = (instant: string): string => localText(new Date(instant));
const who = (params: { orgCode: string; orgName: string }, about: About): string =>
  about.organisation(params.orgCode, params.orgName);

export const en: Texts = {
  'handover.dispatched': (params, about) => ({
    title: `Acknowledge the handover of ${about.hazardNo}`,
    body: `${hazard(about)} was handed over to ${who(params, about)} (${tracks[params.track]} track). Acknowledge it in time; if it is not yours, refuse or transfer it and say why.`,
  }),
  'handover.copied': (params, about) => ({
    title: `For your information, handed over: ${about.hazardNo}`,
    body: `${hazard(about)} was handed over to ${who(params, about)}, which leads. You share the field and get a copy.`,
  }),
  'handover.refused': (params, about) => ({
    title: `Handover refused, decide: ${about.hazardNo}`,
    body: `${hazard(about)}: ${who(params, about)} refuses the ${tracks[params.track]} handover. Redirect it or insist on it. Reason: ${params.reason}`,
  }),
  'handover.insisted': (params, about) => ({
    title: `Refusal not accepted, act: ${about.hazardNo}`,
    body: `${hazard(about)}: it was decided to insist on the handover to ${who(params, about)} (${tracks[params.track]} track). Act on it at once.`,
  }),
  'handover.redirected': (params, about) => ({
    title: `Handover redirected, nothing left to do: ${about.hazardNo}`,
    body: `${hazard(about)}: the ${tracks[params.track]} handover is no longer with ${who(params, about)}, by a correction or by decision: there is nothing left to do.`,
  }),
  'handover.unrouted': (params, about) => ({
    title: `No organisation found, name one: ${about.hazardNo}`,
    body: `${hazard(about)}: no organisation was found for the ${tracks[params.track]} handover. Name one. Reason: ${params.why.en}`,
  }),
  'clock.reminder': rungInEnglish('reminder'),
  'clock.overdue': rungInEnglish('overdue'),
  'clock.leader': rungInEnglish('leader'),
  'clock.interview': rungInEnglish('interview'),
  'clock.raise': rungInEnglish('raise'),
  'escalation.revoked': (params, about) => ({
    title: `Escalation taken back, nothing left to do: ${about.hazardNo}`,
    body: `${hazard(about)} was registered in error and has been withdrawn. What you were told about it (${params.clocks.map((clock) => clocks[clock]).join('; ')}) is taken back: there is nothing left to do.`,
  }),
  'petition.filed': ({ filedOrg, late: isLate, until, reason, decideBy }, about) => ({
    title: `Decide on a petition for extension: ${about.hazardNo}`,
    body: `${about.organisation(filedOrg)} asks for ${until} as the end of rectification of ${hazard(about)}${isLate ? ' (filed late)' : ''}. Decide before ${at(decideBy)}. Reason: ${reason}`,
  }),
  'petition.decided': ({ agreed, deadline, opinion }, about) => ({
    title: `Petition for extension ${agreed ? 'agreed' : 'refused'}: ${about.hazardNo}`,
    body: `${hazard(about)}: ${agreed ? 'rectification ends' : 'the old date stands,'} ${at(deadline)}. ${about.hasPassed(deadline) ? 'That is already past: complete rectification at once.' : 'Complete rectification before that.'} Opinion: ${opinion}`,
  }),
  'acceptance.applied': ({ round }, about) => ({
    title: `Carry out acceptance: ${about.hazardNo}`,
    body: `${hazard(about)}: completion was reported and acceptance applied for (round ${round}). Verify on site.`,
  }),
  'acceptance.decided': ({ passed, newDeadline }, about) => ({
    title: passed ? `Acceptance passed: ${about.hazardNo}` : `Acceptance failed: ${about.hazardNo}`,
    body: passed
      ? `${hazard(about)} has passed acceptance: sign the strike-off.`
      : `${hazard(about)} has not passed acceptance and must be rectified further${newDeadline === null ? '' : `, before ${at(newDeadline)}`}.`,
  }),
  'hazard.struckOff': ({ struckOffAt }, about) => ({
    title: `Struck off: ${about.hazardNo}`,
    body: `${hazard(about)} was struck off at ${at(struckOffAt)}: ${about.reason === 'addressed' ? 'publish the strike-off in the same medium' : 'there is nothing left to do'}.`,
  }),
};

import { localText } from '@bihuan/process-core';
import type { About } from '../about.ts';
import type { MessageParams } from '../message.ts';
import type { ClockNames, Texts } from './template.ts';

const clocks: ClockNames = {
  handOver: 'hand over',
  acknowledge: 'acknowledge the handover',
  refusalDecision: 'decide on the refusal',
  plan: 'file the rectification plan',
  progress: 'report progress',
  rectify: 'complete rectification',
  accept: 'carry out acceptance',
  strikeOff: 'sign the strike-off',
  listing: 'set the level of listed supervision',
  publishListing: 'publish the listed supervision',
  publishStrikeOff: 'publish the strike-off',
  penaltyPublication: 'publish the penalty',
  monthlyEdition: 'publish the monthly edition',
  extensionDecision: 'decide on the petition for extension',
  interviewHeld: 'hold the warning interview',
  interviewReply: 'reply in writing after the interview',
};
const tracks = { territorial: 'territorial', industry: 'industry' } as const;

const hazard = ({ hazardNo, place, field, unit }: About): string =>
  `Major accident hazard ${hazardNo} (${place}; ${field}; ${unit})`;
const at = (instant: string): string => localText(new Date(instant));
const who = (params: { orgCode: string; orgName: string }, about: About): string =>
  about.organisation(params.orgCode, params.orgName);

type ClockNotice = MessageParams['clock.overdue'];
const task = (params: ClockNotice, about: About): string =>
  `${hazard(about)}: ${who(params, about)} is to ${clocks[params.clock]} before ${at(params.due)}`;

export const en: Texts = {
  'handover.dispatched': (params, about) => ({
    title: `Acknowledge the handover of ${about.hazardNo}`,
    body: `${hazard(about)} was handed over to ${who(params, about)} (${tracks[params.track]} track). Acknowledge it in time; if it is not yours, refuse or transfer it and say why.`,
  }),
  'handover.refused': (params, about) => ({
    title: `Handover refused, decide: ${about.hazardNo}`,
    body: `${hazard(about)}: ${who(params, about)} refuses the ${tracks[params.track]} handover. Reason: ${params.reason}`,
  }),
  'handover.insisted': (params, about) => ({
    title: `Refusal not accepted, act: ${about.hazardNo}`,
    body: `${hazard(about)}: it was decided to insist on the handover to ${who(params, about)} (${tracks[params.track]} track).`,
  }),
  'handover.redirected': (params, about) => ({
    title: `Handover redirected, nothing left to do: ${about.hazardNo}`,
    body: `${hazard(about)}: the ${tracks[params.track]} handover is no longer with ${who(params, about)}, by a correction or by decision.`,
  }),
  'handover.unrouted': (params, about) => ({
    title: `No organisation found, name one: ${about.hazardNo}`,
    body: `${hazard(about)}: no organisation was found for the ${tracks[params.track]} handover. Reason: ${params.why.en}`,
  }),
  'clock.reminder': (params, about) => ({
    title: `Due soon: ${clocks[params.clock]}, ${about.hazardNo}`,
    body: `${task(params, about)}.`,
  }),
  'clock.overdue': (params, about) => ({
    title: `Overdue: ${clocks[params.clock]}, ${about.hazardNo}`,
    body: `${task(params, about)}. This is overdue: act at once.`,
  }),
  'clock.leader': (params, about) => ({
    title: `To leaders, still overdue: ${clocks[params.clock]}, ${about.hazardNo}`,
    body: `${task(params, about)}. It is overdue and still not done: see to it.`,
  }),
  'clock.interview': (params, about) => ({
    title: `Warning interview due: ${clocks[params.clock]}, ${about.hazardNo}`,
    body: `${task(params, about)}. It is long overdue: by the rules a warning interview is to be held.`,
  }),
  'clock.raise': (params, about) => ({
    title: `Raised one level: ${clocks[params.clock]}, ${about.hazardNo}`,
    body: `${task(params, about)}. It is still not done after the interview: the supervisory organ has a copy, and verification goes one level up.`,
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
    body: `${hazard(about)} was struck off at ${at(struckOffAt)}.`,
  }),
};

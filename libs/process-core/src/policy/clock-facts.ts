import type { ClockFactName, ClockKind, ClockOwner } from '@bihuan/contracts';

/** What starts a clock, what ends it, and whose it is. */
export interface ClockFacts {
  readonly owner: ClockOwner;
  readonly startsWith: ClockFactName[];
  readonly endsWith: ClockFactName[];
}

const of = (owner: ClockOwner) => (startsWith: ClockFactName[], endsWith: ClockFactName[]) => ({
  owner,
  startsWith,
  endsWith,
});
const handover = of('handover');
const supervision = of('supervision');
const disclosure = of('disclosure');

/**
 * The facts the product can start and end each clock with. A policy writes them out, so that they can be read beside
 * the figure; it cannot name others, which nobody would hear.
 */
export const clockFacts: Readonly<Record<ClockKind, ClockFacts>> = {
  handOver: handover(['hazardRegistered'], ['handoversDispatched']),
  acknowledge: handover(['handoverDispatched'], ['handoverAnswered']),
  refusalDecision: handover(['handoverRefused'], ['refusalDecided']),
  plan: supervision(['rectifying'], ['planFiled']),
  progress: supervision(['rectifying', 'progressReported'], ['progressReported', 'completionReported']),
  rectify: supervision(['hazardRegistered', 'verdictFailed'], ['completionReported']),
  extensionDecision: supervision(['petitionFiled'], ['petitionDecided']),
  accept: supervision(['acceptanceApplied'], ['verdictGiven']),
  strikeOff: supervision(['verdictPassed'], ['struckOff']),
  listing: supervision(['rectifying'], ['supervisionLevelSet']),
  interviewHeld: supervision(['interviewOpened'], ['interviewHeld']),
  interviewReply: supervision(['interviewHeld'], ['writtenReply']),
  publishListing: disclosure(['decisionTaken'], ['published']),
  publishStrikeOff: disclosure(['struckOff'], ['published']),
  penaltyPublication: disclosure(['decisionTaken'], ['published']),
  monthlyEdition: disclosure(['monthEnded'], ['editionPublished']),
};

/** What workflow code imports at run time: names and types only, no schema library in the workflow's sandbox. */
export * from '../queues.ts';
export type { ClockDecision, ClockFact, RecordedDecision } from './clock-fact.ts';
export * from './activities.ts';
export * from './assessment-activities.ts';
export * from './loop.ts';
export * from './monthly-activities.ts';
export * from './monthly.ts';
export type { Obligation, ObligationFact, ObligationSubject } from './obligation-fact.ts';
export * from './search-attributes.ts';

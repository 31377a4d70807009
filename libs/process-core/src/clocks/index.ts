export * from './brought.ts';
export * from './clock-state.ts';
export * from './decide-clock.ts';
export * from './deliver-at.ts';
export * from './due.ts';
export { explainNamedDue } from './explain.ts';
export * from './ladder.ts';

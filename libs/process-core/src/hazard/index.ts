export * from './clocks-of.ts';
export * from './evolve.ts';
export * from './finished.ts';
export * from './guards.ts';
export * from './hazard-facts.ts';
export * from './heard-decision.ts';
export * from './marks-of.ts';
export * from './state-of.ts';
export { toldAll } from './told.ts';

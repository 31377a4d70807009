export * from './definitions.ts';
export * from './overall.ts';
export * from './ranking.ts';
export * from './rate.ts';
export * from './standing-deadline.ts';

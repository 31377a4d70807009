export * from './clock-facts.ts';
export * from './default-clocks.ts';
export * from './ladders.ts';
export * from './petition-rules.ts';
export * from './policy-on.ts';
export * from './rungs.ts';

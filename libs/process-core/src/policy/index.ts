export * from './default-clocks.ts';
export * from './ladders.ts';
export * from './policy-on.ts';

export * from './ladders.ts';
export * from './policy-on.ts';

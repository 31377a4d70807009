export * from './can-see.ts';
export * from './scope-of.ts';

export * from './scope-of.ts';

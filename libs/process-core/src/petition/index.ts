export * from './petition-rules.ts';
export * from './petition-terms.ts';

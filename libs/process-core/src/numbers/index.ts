export * from './credit-code.ts';
export * from './document-number.ts';
export * from './hazard-number.ts';
export * from './interview-number.ts';

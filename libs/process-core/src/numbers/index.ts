export * from './credit-code.ts';
export * from './hazard-number.ts';

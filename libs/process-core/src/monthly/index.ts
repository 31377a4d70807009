export * from './campaign-months.ts';
export * from './months.ts';

export * from './campaign-months.ts';
export * from './monthly-instants.ts';
export * from './months.ts';

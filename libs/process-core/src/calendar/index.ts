export * from './local-date.ts';
export * from './local-text.ts';
export * from './time-of-day.ts';
export * from './working-calendar.ts';

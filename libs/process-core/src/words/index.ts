export * from './clock-words.ts';
export * from './rung-ahead.ts';

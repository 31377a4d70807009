export * from './refusals-in-a-row.ts';
export * from './route.ts';

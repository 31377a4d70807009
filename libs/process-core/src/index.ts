export * from './calendar/index.ts';
export * from './clocks/index.ts';
export * from './hazard/index.ts';
export * from './monthly/index.ts';
export * from './numbers/index.ts';
export * from './policy/index.ts';
export * from './routing/index.ts';
export * from './scope/index.ts';
export type { Bilingual } from './bilingual.ts';

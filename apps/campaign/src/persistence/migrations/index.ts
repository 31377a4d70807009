import { ReferenceMasters1700000001000 } from './1700000001000-reference-masters.ts';

export const migrations = [ReferenceMasters1700000001000];

import { Cases1700000001000 } from './1700000001000-cases.ts';
import { Changes1700000003000 } from './1700000003000-changes.ts';

export const migrations = [Cases1700000001000, Changes1700000003000];

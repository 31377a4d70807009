import { Cases1700000001000 } from './1700000001000-cases.ts';

export const migrations = [Cases1700000001000];

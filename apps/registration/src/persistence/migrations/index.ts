import { Ledger1700000001000 } from './1700000001000-ledger.ts';

export const migrations = [Ledger1700000001000];

import { Ledger1690000000000 } from './1690000000000-ledger.ts';

export const migrations = [Ledger1690000000000];

import { Ledger1690000000000 } from './1690000000000-ledger.ts';
import { Evidence1700000003000 } from './1700000003000-evidence.ts';

export const migrations = [Ledger1690000000000, Evidence1700000003000];

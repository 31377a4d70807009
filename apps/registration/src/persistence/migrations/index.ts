import { Ledger1690000000000 } from './1690000000000-ledger.ts';
import { Imports1700000002000 } from './1700000002000-imports.ts';

export const migrations = [Ledger1690000000000, Imports1700000002000];

import { Ledger1690000000000 } from './1690000000000-ledger.ts';
import { Intake1700000002000 } from './1700000002000-intake.ts';
import { Changes1700000003000 } from './1700000003000-changes.ts';

export const migrations = [Ledger1690000000000, Intake1700000002000, Changes1700000003000];

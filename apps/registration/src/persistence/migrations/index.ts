import { Ledger1690000000000 } from './1690000000000-ledger.ts';
import { Imports1700000002000 } from './1700000002000-imports.ts';
import { Evidence1700000003000 } from './1700000003000-evidence.ts';
import { Changes1700000004000 } from './1700000004000-changes.ts';
import { EvidenceFacts1700000005000 } from './1700000005000-evidence-facts.ts';
import { RectifyDue1700000006000 } from './1700000006000-rectify-due.ts';

export const migrations = [
  Ledger1690000000000,
  Imports1700000002000,
  Evidence1700000003000,
  Changes1700000004000,
  EvidenceFacts1700000005000,
  RectifyDue1700000006000,
];

import { Handovers1690000000000 } from './1690000000000-handovers.ts';
import { Changes1700000003000 } from './1700000003000-changes.ts';
import { StrikeOffs1700000004000 } from './1700000004000-strike-offs.ts';
import { Documents1700000005000 } from './1700000005000-documents.ts';
import { Counties1700000013000 } from './1700000013000-counties.ts';

export const migrations = [
  Handovers1690000000000,
  Changes1700000003000,
  StrikeOffs1700000004000,
  Documents1700000005000,
  Counties1700000013000,
];

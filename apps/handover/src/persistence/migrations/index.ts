import { Handovers1690000000000 } from './1690000000000-handovers.ts';
import { Changes1700000003000 } from './1700000003000-changes.ts';

export const migrations = [Handovers1690000000000, Changes1700000003000];

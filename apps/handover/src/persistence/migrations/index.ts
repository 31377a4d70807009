import { Handovers1690000000000 } from './1690000000000-handovers.ts';

export const migrations = [Handovers1690000000000];

import { Measures1690000000000 } from './1690000000000-measures.ts';

export const migrations = [Measures1690000000000];

import { Material1690000000000 } from './1690000000000-material.ts';

export const migrations = [Material1690000000000];

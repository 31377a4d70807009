import { Material1690000000000 } from './1690000000000-material.ts';
import { Publication1700000005000 } from './1700000005000-publication.ts';

export const migrations = [Material1690000000000, Publication1700000005000];

import { Measures1690000000000 } from './1690000000000-measures.ts';
import { Assessments1700000001000 } from './1700000001000-assessments.ts';
import { Concern1700000002000 } from './1700000002000-concern.ts';
import { Moves1700000003000 } from './1700000003000-moves.ts';

export const migrations = [
  Measures1690000000000,
  Assessments1700000001000,
  Concern1700000002000,
  Moves1700000003000,
];

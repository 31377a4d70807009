import { Cases1700000001000 } from './1700000001000-cases.ts';
import { Changes1700000003000 } from './1700000003000-changes.ts';
import { Petitions1700000005000 } from './1700000005000-petitions.ts';
import { InterviewStart1700000012000 } from './1700000012000-interview-start.ts';
import { Counties1700000013000 } from './1700000013000-counties.ts';

export const migrations = [
  Cases1700000001000,
  Changes1700000003000,
  Petitions1700000005000,
  InterviewStart1700000012000,
  Counties1700000013000,
];

import { Messages1690000000000 } from './1690000000000-messages.ts';
import { Changes1700000003000 } from './1700000003000-changes.ts';
import { WithoutHazard1700000006000 } from './1700000006000-without-hazard.ts';
import { CoDepartments1700000011000 } from './1700000011000-co-departments.ts';
import { Outside1700000010000 } from './1700000010000-outside.ts';
import { TerritorialOrg1700000014000 } from './1700000014000-territorial-org.ts';

export const migrations = [
  Messages1690000000000,
  Changes1700000003000,
  WithoutHazard1700000006000,
  Outside1700000010000,
  CoDepartments1700000011000,
  TerritorialOrg1700000014000,
];

import { Messages1690000000000 } from './1690000000000-messages.ts';
import { WithoutHazard1700000006000 } from './1700000006000-without-hazard.ts';

export const migrations = [Messages1690000000000, WithoutHazard1700000006000];

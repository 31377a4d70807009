import { Messages1690000000000 } from './1690000000000-messages.ts';

export const migrations = [Messages1690000000000];

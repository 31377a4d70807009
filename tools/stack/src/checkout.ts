import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stackPlace } from './place.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const state = join(root, '.bihuan');

/** Places in this checkout. Everything the running product keeps is under `.bihuan/`. */
export const checkout = {
  root,
  ...stackPlace(state, true),
  testServersFile: join(state, 'test-servers.json'),
} as const;

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const state = join(root, '.bihuan');

/** Places in this checkout. Everything the running product keeps is under `.bihuan/`. */
export const checkout = {
  root,
  state,
  data: join(state, 'data'),
  /** Files that services keep beside their databases, a directory each. */
  objects: join(state, 'objects'),
  logs: join(state, 'logs'),
  secretsFile: join(state, 'secrets.json'),
  deploymentFile: join(state, 'deployment.json'),
  stackFile: join(state, 'stack.json'),
  demoAccountsFile: join(state, 'demo-accounts.json'),
  identityKeysFile: join(state, 'identity-jwks.json'),
  testServersFile: join(state, 'test-servers.json'),
} as const;

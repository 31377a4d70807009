import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Product } from './product.ts';
import { accountsFile } from './settings.ts';

const entry = fileURLToPath(new URL('../../../operations/src/reconcile.ts', import.meta.url));

/** Runs the command of an operator against the product, as `npm run reconcile` does. */
export function reconcile({
  surroundings,
  servers,
}: Pick<Product, 'surroundings' | 'servers'>): Promise<{ code: number; output: string }> {
  const env = {
    PATH: process.env['PATH'],
    BIHUAN_GATEWAY_URL: surroundings.urls.gateway,
    BIHUAN_DEMO_ACCOUNTS: accountsFile(surroundings),
    BIHUAN_TEMPORAL_ADDRESS: servers.temporal.address,
    BIHUAN_TEMPORAL_NAMESPACE: servers.temporal.namespace,
  };
  const args = ['--conditions=@bihuan/source', '--disable-warning=ExperimentalWarning', entry];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { env }, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr });
    });
  });
}

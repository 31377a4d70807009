import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import { runVisibly } from '../process/run.ts';
import { runningStack } from '../stack-record.ts';

/**
 * A command that uses the running product of this checkout, as any client would.
 *
 * @param entry TypeScript file, relative to the checkout; it is told the addresses by its environment
 */
export function toolCommand(entry: string): (args: readonly string[]) => Promise<number> {
  return async (args) => {
    const record = await runningStack(checkout.stackFile);
    if (record?.state !== 'ready') {
      const state = record === undefined ? 'is not running' : 'is still being started';
      console.error(`The product ${state} in this checkout. "npm start" starts it.`);
      return 1;
    }
    return runVisibly(
      process.execPath,
      ['--conditions=@bihuan/source', join(checkout.root, entry), ...args],
      {
        cwd: checkout.root,
        env: { ...process.env, ...record.environment },
      },
    );
  };
}

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
    return runEntry(entry, args, record.environment);
  };
}

/** A command that needs no running product. @param entry as above */
export function plainCommand(entry: string): (args: readonly string[]) => Promise<number> {
  return (args) => runEntry(entry, args, {});
}

/** Runs a tool's entry with what it is told beside this process's own environment. @param entry as above */
export function runEntry(
  entry: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const command = ['--conditions=@bihuan/source', join(checkout.root, entry), ...args];
  return runVisibly(process.execPath, command, {
    cwd: checkout.root,
    env: { ...process.env, ...environment },
  });
}

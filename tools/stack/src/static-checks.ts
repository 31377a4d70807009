import { join } from 'node:path';
import { nxEnvironment, nxRunMany } from './build.ts';
import { checkout } from './checkout.ts';
import { CommandFailed, run } from './process/run.ts';
import { check, noTotals, plus, type Totals } from './totals.ts';

const prettier = join(checkout.root, 'node_modules/prettier/bin/prettier.cjs');

const checks: readonly { readonly title: string; readonly args: readonly string[] }[] = [
  { title: 'Lint', args: nxRunMany('lint') },
  { title: 'Types', args: nxRunMany('typecheck') },
  { title: 'Format', args: [prettier, '--check', '--log-level', 'warn', '.'] },
];

/** Lint, types and format of the whole repository; each counts as one check, what a failing one prints is shown. */
export async function staticChecks(say: (line: string) => void): Promise<Totals> {
  let totals = noTotals;
  for (const { title, args } of checks) {
    const env = { ...process.env, ...nxEnvironment };
    const failure = await run(process.execPath, args, { cwd: checkout.root, env }).then(
      () => undefined,
      (error: unknown) => (error instanceof CommandFailed ? error.output : String(error)),
    );
    say(failure === undefined ? `✔ ${title}` : `✖ ${title}\n${failure}`);
    totals = plus(totals, check(failure === undefined));
  }
  return totals;
}

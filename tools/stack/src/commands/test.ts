import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import { readJson } from '../json-file.ts';
import { endCommands, runVisibly } from '../process/run.ts';
import { listenForStop } from '../process/signals.ts';
import { readSettings } from '../settings.ts';
import { staticChecks } from '../static-checks.ts';
import { Supervised } from '../supervision.ts';
import { startTestServers, type TestEnvironment } from '../test-servers.ts';
import { check, jestTotals, plus, totalsLine, type JestResult, type Totals } from '../totals.ts';

const RULES_OF_TIME = 'libs/process-core/src';

const say = (line: string) => {
  console.log(line);
};

/** Runs Jest once in a time zone, over the whole repository or over what the arguments select. */
async function jest(
  environment: TestEnvironment,
  timeZone: 'UTC' | 'Asia/Shanghai',
  args: readonly string[],
): Promise<Totals> {
  const directory = await mkdtemp(join(tmpdir(), 'bihuan-jest-'));
  const resultFile = join(directory, 'result.json');
  const command = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  command.push(join(checkout.root, 'node_modules/jest/bin/jest.js'), '--config', 'jest.config.mjs');
  command.push('--json', `--outputFile=${resultFile}`, ...args);
  try {
    const env = { ...process.env, ...environment, TZ: timeZone };
    const exitCode = await runVisibly(process.execPath, command, { cwd: checkout.root, env });
    return jestTotals(await readJson<JestResult>(resultFile), exitCode);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function runTests(supervised: Supervised, args: readonly string[]): Promise<Totals> {
  const settings = { ...readSettings(), plain: true };
  const checked = staticChecks(say);
  const servers = await startTestServers(settings, supervised).catch((error: unknown) => {
    say(`✖ Servers\n${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  });
  // The processor belongs to one of them at a time; only the servers' start is worth overlapping.
  const totals = await checked;
  if (servers === undefined) return plus(totals, check(false));
  try {
    const tested = plus(totals, await jest(servers.environment, 'UTC', args));
    if (args.length > 0) return tested;
    // No date may follow from the machine's time zone: the rules of time give the same answers in another.
    return plus(tested, await jest(servers.environment, 'Asia/Shanghai', [RULES_OF_TIME]));
  } finally {
    await supervised.stop();
    await servers.discard();
  }
}

/** `npm test`: lint, types, format and every test against real servers; ends with one line of totals. */
export async function test(args: readonly string[]): Promise<number> {
  const stop = listenForStop();
  const supervised = new Supervised();
  void stop.again.then(() => {
    supervised.kill();
  });
  const tested = runTests(supervised, args);
  const totals = await Promise.race([tested, stop.first.then(() => undefined)]);
  if (totals === undefined) {
    endCommands();
    await tested.catch(() => undefined);
    return 130;
  }
  console.log(totalsLine(totals));
  return totals.failed === 0 ? 0 : 1;
}

import { loadavg } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import { writeJson } from '../json-file.ts';
import { runVisibly } from '../process/run.ts';
import { listenForStop } from '../process/signals.ts';
import { readSettings } from '../settings.ts';
import { onThrowAwayStack, type ThrowAwayStack } from '../throw-away.ts';

const entry = join(checkout.root, 'tools/bench/src/main.ts');

/** `npm run bench [name…]`: measures the product on a stack of its own, which is gone afterwards. */
export async function bench(args: readonly string[]): Promise<number> {
  const stop = listenForStop();
  const [loadBefore = 0] = loadavg();
  const settings = { ...readSettings(), plain: true };
  const code = await onThrowAwayStack(settings, stop, (stack) => measure(stack, args, loadBefore));
  return code ?? 130;
}

/** What the benchmarks must know of the stack is secret: they read it from a file that goes with it. */
async function measure(
  { place, surroundings, processes }: ThrowAwayStack,
  args: readonly string[],
  loadBefore: number,
): Promise<number> {
  const { addresses, secrets, urls, namespace, deployment } = surroundings;
  const file = join(place.state, 'bench.json');
  const { internalToken } = secrets;
  await writeJson(file, {
    ...{ addresses, urls, namespace, processes },
    internalTokenPrivateJwk: internalToken.privateJwk,
    demoAccountsFile: place.demoAccountsFile,
    businessOffsetMs: deployment.businessTimeOffsetMs,
    loadBefore,
  });
  const env = { ...process.env, BIHUAN_BENCH_STACK: file };
  return runVisibly(process.execPath, [entry, ...args], { cwd: checkout.root, env });
}

import { bench } from './commands/bench.ts';
import { reset } from './commands/reset.ts';
import { servers } from './commands/servers.ts';
import { start } from './commands/start.ts';
import { status } from './commands/status.ts';
import { stop } from './commands/stop.ts';
import { story } from './commands/story.ts';
import { test } from './commands/test.ts';
import { plainCommand, toolCommand } from './commands/tool.ts';

type Command = (args: readonly string[]) => Promise<number>;

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['start', start],
  ['test', test],
  ['status', status],
  ['stop', stop],
  ['reset', reset],
  ['servers', servers],
  ['sample', plainCommand('tools/sample/src/generate.ts')],
  ['bench', bench],
  ['story', story],
  ['screenshots', toolCommand('tools/workspace/src/screenshots.ts')],
  ['reconcile', toolCommand('tools/operations/src/reconcile.ts')],
]);

async function runCommand(name: string, args: readonly string[]): Promise<number> {
  const command = commands.get(name);
  if (command === undefined) {
    console.error(`Unknown command "${name}". Known: ${[...commands.keys()].join(', ')}.`);
    return 2;
  }
  return command(args).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  });
}

const [name = '', ...args] = process.argv.slice(2);
process.exit(await runCommand(name, args));

import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Hears every line the command prints, for progress. */
  readonly onLine?: (line: string) => void;
  /** Names the command in the message of a failure. */
  readonly title?: string;
  readonly uid?: number;
  readonly gid?: number;
}

const TAIL_LINES = 40;

/** A command that ended with another code than 0; the message holds the last lines it printed. */
export class CommandFailed extends Error {
  readonly output: string;

  constructor(title: string, code: number | string, lines: readonly string[]) {
    super(`${title} ended with ${code}:\n${lines.slice(-TAIL_LINES).join('\n')}`);
    this.name = 'CommandFailed';
    this.output = lines.join('\n');
  }
}

const running = new Set<ChildProcess>();
let ending = false;

/** Asks every command that still runs to end, and lets no other begin; callers hear of it as a failure. */
export function endCommands(): void {
  ending = true;
  for (const child of running) child.kill('SIGTERM');
}

function refuseWhenEnding(title: string): void {
  if (ending) throw new Error(`${title} is not started: everything is being stopped`);
}

async function endOf(child: ChildProcess): Promise<number | string> {
  running.add(child);
  const code = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => {
      resolve(error.message);
    });
    child.once('close', (exitCode, signal) => {
      resolve(exitCode ?? signal ?? 'unknown');
    });
  });
  running.delete(child);
  return code;
}

/**
 * Runs a command to its end.
 *
 * @returns what it printed (standard output and error together)
 * @throws CommandFailed when it ends with anything but 0 or cannot be started; Error after `endCommands`
 */
export async function run(
  command: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const { onLine, title = command, ...spawnOptions } = options;
  refuseWhenEnding(title);
  const child = spawn(command, args, { ...spawnOptions, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      onLine?.(line);
    });
  }
  const code = await endOf(child);
  if (code !== 0) throw new CommandFailed(title, code, lines);
  return lines.join('\n');
}

/**
 * Runs a command that speaks for itself: its output goes straight to the terminal.
 *
 * @returns its exit code, or 1 when it was ended by a signal or could not be started
 * @throws Error after `endCommands`
 */
export async function runVisibly(
  command: string,
  args: readonly string[],
  options: Pick<RunOptions, 'cwd' | 'env'>,
): Promise<number> {
  refuseWhenEnding(command);
  const code = await endOf(spawn(command, args, { ...options, stdio: 'inherit' }));
  return typeof code === 'number' ? code : 1;
}

import { homedir } from 'node:os';
import { join } from 'node:path';

/** What the machine's environment says to the stack. Read once, here and nowhere else. */
export interface StackSettings {
  /** Where built and fetched servers are kept for every checkout of this user. */
  readonly cacheDirectory: string;
  /** The PATH that executables are looked for on. */
  readonly path: string;
  readonly javaHome: string | undefined;
  /** Plain lines instead of a moving display. */
  readonly plain: boolean;
  /** Servers that run elsewhere and are used as they are. */
  readonly addresses: {
    /** postgres:// URL of a superuser */
    readonly postgres: string | undefined;
    readonly temporal: string | undefined;
    readonly temporalUi: string | undefined;
    readonly kafka: string | undefined;
  };
}

/** What every child process takes over from this one: where commands are found, and how much is logged. */
export function machineEnvironment(env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return { PATH: env['PATH'], ...(env['LOG_LEVEL'] !== undefined && { LOG_LEVEL: env['LOG_LEVEL'] }) };
}

function set(value: string | undefined): string | undefined {
  return value === undefined || value === '' ? undefined : value;
}

export function readSettings(env: NodeJS.ProcessEnv = process.env): StackSettings {
  const userCache = set(env['XDG_CACHE_HOME']) ?? join(homedir(), '.cache');
  return {
    cacheDirectory: join(userCache, 'bihuan'),
    path: env['PATH'] ?? '',
    javaHome: set(env['JAVA_HOME']),
    plain: set(env['CI']) !== undefined || !process.stdout.isTTY,
    addresses: {
      postgres: set(env['BIHUAN_STACK_POSTGRES']),
      temporal: set(env['BIHUAN_STACK_TEMPORAL']),
      temporalUi: set(env['BIHUAN_STACK_TEMPORAL_UI']),
      kafka: set(env['BIHUAN_STACK_KAFKA']),
    },
  };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { identify, type ProcessIdentity } from './identity.ts';

export interface ProcessSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly logFile: string;
  /** Account to run under, when the stack itself runs as root and the server refuses to. */
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
  readonly stopSignal?: NodeJS.Signals;
  /** Answers 2xx while the process is ready for work. */
  readonly readyUrl?: string;
  /** What a process depends on is in lower layers; layers are stopped from the highest down, each at once. */
  readonly layer: number;
}

/** The layers of a stack. */
export const layers = {
  postgres: 0,
  objectStore: 0,
  mailbox: 0,
  kafka: 1,
  temporal: 2,
  temporalUi: 3,
  services: 4,
  gateway: 5,
} as const;

/** How a process ended: its exit code, or the signal that ended it. */
export type ProcessEnd = number | NodeJS.Signals;

/** Between the request to stop and SIGKILL. A service promises to be gone after 15 s. */
const STOP_LIMIT_MS = 20_000;
const LOG_TAIL_LINES = 15;

/**
 * A child process in a session of its own, so that Ctrl-C in the terminal reaches only the supervisor,
 * which then stops its children in order.
 */
export class ManagedProcess {
  readonly spec: ProcessSpec;
  readonly identity: ProcessIdentity;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<ProcessEnd>;
  readonly #child: ChildProcess;

  private constructor(spec: ProcessSpec, child: ChildProcess, pid: number) {
    this.spec = spec;
    this.#child = child;
    this.identity = identify(pid) ?? { pid, startedAt: 'ended at once' };
    this.ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => {
        resolve(signal ?? code ?? 0);
      });
    });
  }

  /** @throws Error when the executable cannot be started at all */
  static async start(spec: ProcessSpec): Promise<ManagedProcess> {
    const log = openSync(spec.logFile, 'a', 0o600);
    try {
      const { command, args, env, cwd, account } = spec;
      const child = spawn(command, args, {
        env,
        cwd,
        detached: true,
        stdio: ['ignore', log, log],
        ...account,
      });
      const pid = await new Promise<number>((resolve, reject) => {
        child.once('error', reject);
        child.once('spawn', () => {
          resolve(child.pid ?? 0);
        });
      });
      return new ManagedProcess(spec, child, pid);
    } finally {
      closeSync(log);
    }
  }

  /** The end of its log, for a message about why it did not come up. */
  logTail(): string {
    return readFileSync(this.spec.logFile, 'utf8').trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n');
  }

  /** Asks the process to end, waits for it, and after the limit kills it with everything it started. */
  async stop(): Promise<void> {
    this.#child.kill(this.spec.stopSignal ?? 'SIGTERM');
    const timer = setTimeout(() => {
      this.kill();
    }, STOP_LIMIT_MS);
    await this.ended;
    clearTimeout(timer);
  }

  /** Ends the process and its group at once. */
  kill(): void {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    try {
      process.kill(-this.identity.pid, 'SIGKILL');
    } catch {
      // The group has gone in the meantime: the process itself may still be there to be told.
      this.#child.kill('SIGKILL');
    }
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const READY_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;
const POLL_MS = 100;
const TAIL = 4_000;
const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** One service in a process of its own, run from its sources. */
export class ServiceProcess {
  /** Settles when the process has ended: with the signal that ended it, or its exit code. */
  readonly ended: Promise<NodeJS.Signals | number>;
  readonly #child: ChildProcess;
  #output = '';

  private constructor(
    readonly name: string,
    private readonly url: string,
    child: ChildProcess,
  ) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (this.#output = (this.#output + chunk.toString()).slice(-TAIL)));
    this.ended = once(child, 'exit').then(([code, signal]) => (signal ?? code) as NodeJS.Signals | number);
  }

  /** @param url where it will serve */
  static start(name: string, url: string, environment: Readonly<Record<string, string>>): ServiceProcess {
    const args = ['--conditions=@bihuan/source', '--import', pathOf('typescript.mjs'), pathOf('serve.ts')];
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      env: { PATH: process.env['PATH'], ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new ServiceProcess(name, url, child);
  }

  /** Waits until every part of it is ready. @throws Error with the end of its output where it does not become so */
  async ready(): Promise<void> {
    const limit = Date.now() + READY_LIMIT_MS;
    for (;;) {
      const answer = await this.asked();
      if (answer === 'ready') return;
      const end = await Promise.race([this.ended, pause(POLL_MS)]);
      if (end !== undefined) throw new Error(`${this.name} ended with ${end}:\n${this.#output}`);
      if (Date.now() > limit) throw new Error(`${this.name} is not ready (${answer}):\n${this.#output}`);
    }
  }

  /** Asks it to stop in order, and waits until it has. */
  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    const end = await Promise.race([this.ended, pause(STOP_LIMIT_MS, undefined, { ref: false })]);
    if (end === undefined) {
      this.#child.kill('SIGKILL');
      throw new Error(`${this.name} did not stop within ${STOP_LIMIT_MS} ms:\n${this.#output}`);
    }
  }

  private async asked(): Promise<string> {
    try {
      const response = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(3_000) });
      const text = await response.text();
      return response.ok ? 'ready' : text;
    } catch (error) {
      return String(error);
    }
  }
}

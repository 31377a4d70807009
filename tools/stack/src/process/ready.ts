import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { ManagedProcess } from './managed-process.ts';

const POLL_MS = 100;

/** A part that did not become ready, with the end of its log. */
export class NotReady extends Error {
  constructor(process: ManagedProcess, why: string) {
    const { name, logFile } = process.spec;
    super(`${name} ${why}. The end of ${logFile}:\n${process.logTail()}`);
    this.name = 'NotReady';
  }
}

/**
 * Waits until a part answers. The part gives no sign of its own, so it is asked again and again;
 * its early end is noticed at once.
 *
 * @param probe resolves when the part is ready, rejects while it is not
 * @throws NotReady when the process ends or the limit (milliseconds) passes
 */
export async function untilReady(
  child: ManagedProcess,
  probe: () => Promise<unknown>,
  limitMs: number,
): Promise<void> {
  const limit = performance.now() + limitMs;
  for (;;) {
    let lastError: string;
    try {
      await probe();
      return;
    } catch (error) {
      lastError = error instanceof Error ? error.message : String(error);
    }
    const end = await Promise.race([pause(POLL_MS, undefined), child.ended]);
    if (end !== undefined) throw new NotReady(child, `ended (${end}) before it was ready`);
    if (performance.now() > limit) {
      throw new NotReady(child, `was not ready after ${limitMs / 1000} s (${lastError})`);
    }
  }
}

/** Resolves when something accepts connections at the port. */
export async function accepts(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.destroy();
      resolve();
    });
  });
}

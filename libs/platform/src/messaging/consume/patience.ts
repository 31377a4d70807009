import { setTimeout as pause } from 'node:timers/promises';
import type { MessageBatch } from '../bus/message-bus.ts';

const FIRST_MS = 200;
const LONGEST_MS = 15_000;
const HEARTBEAT_MS = 1_500;

async function waitBeating(milliseconds: number, batch: MessageBatch): Promise<void> {
  for (let left = milliseconds; left > 0 && !batch.signal.aborted; left -= HEARTBEAT_MS) {
    await pause(Math.min(left, HEARTBEAT_MS), undefined, { signal: batch.signal }).catch(() => undefined);
    await batch.heartbeat();
  }
}

/**
 * Keeps the partition while something that cannot be broken off is at work.
 *
 * @throws what `work` throws; or, when it has ended, what the broker answered to a heartbeat
 */
export async function beating<T>(batch: MessageBatch, work: () => Promise<T>): Promise<T> {
  let refusal: { readonly error: unknown } | undefined;
  const timer = setInterval(() => {
    batch.heartbeat().catch((error: unknown) => {
      refusal ??= { error };
    });
  }, HEARTBEAT_MS);
  try {
    const outcome = await work();
    if (refusal) throw refusal.error;
    return outcome;
  } finally {
    clearInterval(timer);
  }
}

/**
 * Does something again and again until it succeeds, with growing pauses, keeping the partition meanwhile.
 *
 * @param onFailure told of each failure; throws to give up
 * @returns false where the batch was aborted first
 */
export async function untilDone(
  batch: MessageBatch,
  attempt: () => Promise<void>,
  onFailure: (error: unknown, failures: number) => void,
): Promise<boolean> {
  for (let failures = 1; !batch.signal.aborted; failures += 1) {
    try {
      await attempt();
      return true;
    } catch (error) {
      onFailure(error, failures);
      await waitBeating(Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS), batch);
    }
  }
  return false;
}

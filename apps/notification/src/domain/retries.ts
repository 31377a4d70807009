import type { Channel } from '@bihuan/contracts';

const FIRST_MS = 5_000;
const LONGEST_MS = 3_600_000;

/** A webhook that has taken nothing for three days is given up. */
export const GIVEN_UP_AFTER_MS = 3 * 86_400_000;

/** Milliseconds until the next attempt: five seconds, doubling to an hour. @param attempts begun so far, at least 1 */
export function pauseAfter(attempts: number): number {
  return Math.min(FIRST_MS * 2 ** (attempts - 1), LONGEST_MS);
}

/**
 * Whether a failed delivery is given up: to a webhook, never by mail. A mail server that is down comes back some day, and
 * mail has nobody who would ask for it again.
 *
 * @param triedForMs since the first attempt
 */
export function isGivenUp(channel: Channel, triedForMs: number): boolean {
  return channel === 'webhook' && triedForMs >= GIVEN_UP_AFTER_MS;
}

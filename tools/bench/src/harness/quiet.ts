import { setTimeout as pause } from 'node:timers/promises';
import { processorTimes, type Watched } from './processor-time.ts';

const LOOK_MS = 500;
/** Of one processor, all watched processes together: polls and heartbeats of ten services take less. */
const QUIET_SHARE = 0.6;
const LONGEST_MS = 60_000;

/**
 * Waits until processes have done what was left to do: an arm does not pay for what the one before it left behind.
 *
 * @returns their processor times when they became quiet
 * @throws Error if they do not
 */
export async function untilQuiet(watched: readonly Watched[]): Promise<Record<string, number>> {
  const end = performance.now() + LONGEST_MS;
  for (;;) {
    const before = processorTimes(watched);
    await pause(LOOK_MS);
    const after = processorTimes(watched);
    const used = Object.entries(after).map(([name, ms]) => ({ name, ms: ms - (before[name] ?? 0) }));
    if (used.reduce((total, { ms }) => total + ms, 0) < LOOK_MS * QUIET_SHARE) return before;
    if (performance.now() > end)
      throw new Error(`Not quiet within ${LONGEST_MS / 1000} s: ${used.map(inWords).join(', ')}`);
  }
}

const inWords = ({ name, ms }: { readonly name: string; readonly ms: number }) =>
  `${name} ${Math.round((100 * ms) / LOOK_MS)}%`;

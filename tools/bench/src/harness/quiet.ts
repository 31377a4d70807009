import { setTimeout as pause } from 'node:timers/promises';
import { processorTimes, type Watched } from './processor-time.ts';

const LOOK_MS = 500;
/** Of one processor, all watched processes together: polls and heartbeats take less. */
const QUIET_SHARE = 0.3;
const LONGEST_MS = 60_000;

/** Waits until processes have done what was left to do: an arm does not pay for what the one before it left behind. */
export async function untilQuiet(watched: readonly Watched[]): Promise<void> {
  const total = () => Object.values(processorTimes(watched)).reduce((sum, ms) => sum + ms, 0);
  const end = performance.now() + LONGEST_MS;
  for (let quiet = 0, before = total(); quiet < 2 && performance.now() < end;) {
    await pause(LOOK_MS);
    const now = total();
    quiet = now - before < LOOK_MS * QUIET_SHARE ? quiet + 1 : 0;
    before = now;
  }
}

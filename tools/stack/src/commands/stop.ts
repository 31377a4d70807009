import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { checkout } from '../checkout.ts';
import { readJson } from '../json-file.ts';
import { stillRuns } from '../process/identity.ts';
import { endLeftovers, type StackRecord } from '../stack-record.ts';

/** The supervisor needs at most one limit for each layer; this is longer than it ever took. */
const STOP_LIMIT_MS = 90_000;
const POLL_MS = 200;

/** `npm run stack:stop`: stops the stack of this checkout from another shell. */
export async function stop(): Promise<number> {
  const record = await readJson<StackRecord>(checkout.stackFile);
  if (record === undefined) {
    console.log('No stack of this checkout is running.');
    return 0;
  }
  const { supervisor } = record;
  if (stillRuns(supervisor)) {
    process.kill(supervisor.pid, 'SIGTERM');
    const limit = performance.now() + STOP_LIMIT_MS;
    while (stillRuns(supervisor) && performance.now() < limit) await pause(POLL_MS);
    if (stillRuns(supervisor)) {
      console.error(
        `The supervisor (process ${supervisor.pid}) has not ended within ${STOP_LIMIT_MS / 1000} s.`,
      );
      return 1;
    }
  }
  // Parts that outlived a supervisor that was killed.
  await endLeftovers(record.parts);
  await rm(checkout.stackFile, { force: true });
  console.log('Stopped.');
  return 0;
}

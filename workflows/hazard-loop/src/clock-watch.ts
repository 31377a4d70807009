import type { NamedClock } from '@bihuan/process-core';
import { ActivityFailure, condition, log } from '@temporalio/workflow';
import { type LoopRun, wakeOf } from './loop-run.ts';
import { askingWords, wakingWords } from './operator/words.ts';
import { clockOwners } from './owners.ts';

/**
 * One timer over all clocks: sleeps until the nearest wake-up, asks the owners of the clocks that are then due,
 * all at once, and sleeps again. An owner that does not answer holds up no other clock.
 */
export async function watchClocks(loop: LoopRun): Promise<never> {
  for (;;) {
    for (const clock of sleeping(loop)) if (wakeOf(clock) <= loop.now) void ask(loop, clock);
    const next = nearest(loop);
    if (next === undefined) await condition(() => nearest(loop) !== undefined);
    else {
      const changed = () => nearest(loop)?.alarm !== next.alarm;
      await condition(changed, Math.max(1, next.at - loop.now), { summary: wakingWords(next.clocks) });
    }
  }
}

/** Clocks that want to be asked about some time and are not being asked about at this moment. */
function sleeping(loop: LoopRun): readonly NamedClock[] {
  if (loop.closing) return [];
  return loop.clocks.filter((clock) => clock.wakeAt !== null && !loop.underWay.has(clock.clockId));
}

/** The clocks that wake next, together; `alarm` differs as soon as the timer would have to be set anew. */
function nearest(loop: LoopRun) {
  const [first, ...rest] = sleeping(loop);
  if (first === undefined) return undefined;
  const at = wakeOf(first);
  const clocks = [first, ...rest.filter((clock) => wakeOf(clock) === at)];
  return { clocks, at, alarm: `${String(at)} ${clocks.map(({ clockId }) => clockId).join()}` };
}

async function ask(loop: LoopRun, clock: NamedClock): Promise<void> {
  const { clockId, owner } = clock;
  loop.underWay.add(clockId);
  try {
    const summary = askingWords(clock);
    loop.ownerAnswered(
      clock,
      await clockOwners[owner].decideClock.executeWithOptions({ summary }, [clockId]),
    );
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn('The owner of a clock did not answer', { clockId, owner, error });
    loop.ownerSilent(clock);
  } finally {
    loop.underWay.delete(clockId);
  }
}

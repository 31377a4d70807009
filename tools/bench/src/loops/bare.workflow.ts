import {
  condition,
  defineSignal,
  proxyActivities,
  proxySinks,
  setHandler,
  type Sinks,
} from '@temporalio/workflow';

/** What the bare workflow is told and asks. */
export const bareType = 'bareLoop';
export const bareSignal = 'heard';
export interface BareActivities {
  load(id: string): Promise<string>;
}

/** Leaves no trace in a history: lets the caller send the next signal when the last one has woken the workflow. */
export interface BareSinks extends Sinks {
  caller: { woken(id: string, times: number): void };
}

const { load } = proxyActivities<BareActivities>({ startToCloseTimeout: '30 seconds' });
const { caller } = proxySinks<BareSinks>();

/** As many signals and timers as a loop has, and nothing to say for them: one activity, then a wait a signal. */
export async function bareLoop(id: string, signals: number, timers: number): Promise<string> {
  let heard = 0;
  setHandler(defineSignal(bareSignal), () => {
    heard += 1;
  });
  const loaded = await load(id);
  for (let n = 1; n <= signals; n += 1) {
    const isHeard = () => heard >= n;
    caller.woken(id, n);
    if (n <= timers) await condition(isHeard, '30 days');
    else await condition(isHeard);
  }
  return loaded;
}

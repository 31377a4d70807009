import { proxyActivities, proxySinks, type Sinks, sleep } from '@temporalio/workflow';

export const bareClockType = 'bareClock';
export interface BareClockActivities {
  /** Nothing is to be done. */
  ring(): Promise<void>;
}

/** Leaves no trace in a history: tells that the timer is about to be set. */
export interface BareClockSinks extends Sinks {
  bench: { waiting(): void };
}

const { ring } = proxyActivities<BareClockActivities>({ startToCloseTimeout: '30 seconds' });
const { bench } = proxySinks<BareClockSinks>();

/** A timer, and one activity that does nothing. @param at when it fires, milliseconds */
export async function bareClock(at: number): Promise<void> {
  bench.waiting();
  await sleep(at - Date.now());
  await ring();
}

import type { Client } from '@temporalio/client';
import { spreadOf } from '../harness/spread.ts';

/** What a run's history holds. */
export interface HistoryCount {
  readonly events: number;
  readonly bytes: number;
  /** Activities but for those that ask the owner of a clock that is due. */
  readonly activities: number;
  readonly signals: number;
  readonly upserts: number;
  readonly timers: number;
  /** Clocks that were due and whose owner was asked. */
  readonly fired: number;
}

/** Counts a history by its events. */
export async function countHistory({ workflow }: Client, workflowId: string): Promise<HistoryCount> {
  const handle = workflow.getHandle(workflowId);
  const [{ events }, { historySize = 0 }] = await Promise.all([handle.fetchHistory(), handle.describe()]);
  const all = events ?? [];
  const scheduled = all.flatMap((event) => event.activityTaskScheduledEventAttributes ?? []);
  const fired = scheduled.filter(({ activityType }) => activityType?.name === 'decideClock').length;
  const having = (attributes: keyof (typeof all)[number]) =>
    all.filter((event) => event[attributes] !== null && event[attributes] !== undefined).length;
  return {
    events: all.length,
    bytes: historySize,
    activities: scheduled.length - fired,
    signals: having('workflowExecutionSignaledEventAttributes'),
    upserts: having('upsertWorkflowSearchAttributesEventAttributes'),
    timers: having('timerStartedEventAttributes'),
    fired,
  };
}

/** What a loop should need (M5). */
export const eventsAllowed = ({ activities, signals, upserts, fired }: HistoryCount): number =>
  5 + 6 * activities + 4 * signals + upserts + 11 * fired + 6;

const SAMPLED = 16;

/** Events that the histories of some of the workflows hold, in the median. */
export async function eventsIn(temporal: Client, workflowIds: readonly string[]): Promise<number> {
  const some = workflowIds.slice(0, SAMPLED);
  const counted = await Promise.all(some.map((id) => countHistory(temporal, id)));
  return spreadOf(counted.map(({ events }) => events)).median;
}

import { setTimeout as pause } from 'node:timers/promises';
import type { ApiClient } from '@bihuan/api-client';
import type { Loops, LoopStanding } from './loops.ts';
import { unfinishedHazards } from './unfinished.ts';

/** The largest number of hazards that one request may name. */
const AT_ONCE = 500;
const POLL_MS = 500;

export interface Repair {
  /** Hazards whose loop must run. */
  readonly unfinished: number;
  /** Those whose loop did not, or knew only a part, the oldest first. */
  readonly lost: readonly string[];
  /** Facts that were published again. */
  readonly messages: number;
  /** Owners that did not answer: what they know is still missing in the loops. */
  readonly unavailable: readonly string[];
  /** Lost loops that run again. */
  readonly restored: readonly string[];
  /** Hazards that are unfinished though their loop ended as if they were not: for a person to look at. */
  readonly endedEarly: readonly string[];
}

export interface Tools {
  readonly api: Pick<ApiClient, 'get' | 'post'>;
  readonly loops: Pick<Loops, 'standings'>;
  /** How long lost loops may take to come back, milliseconds. */
  readonly patienceMs: number;
}

/**
 * Finds hazards that are not finished and have no whole loop running, has the owners publish their facts again (the bridge
 * starts a loop with the first of them, or completes the one that runs), and waits until the loops run.
 */
export async function restoreLoops({ api, loops, patienceMs }: Tools): Promise<Repair> {
  const unfinished = await unfinishedHazards(api);
  const standings = await loops.standings(unfinished);
  const those = (standing: LoopStanding) => unfinished.filter((no) => standings.get(no) === standing);
  const lost = those('lost');
  const { messages, unavailable } = await publishAgain(api, lost);
  return {
    unfinished: unfinished.length,
    lost,
    messages,
    unavailable,
    restored: await comeBack(loops, lost, patienceMs),
    endedEarly: those('ended'),
  };
}

/** Whether nothing is left that somebody must look at. */
export function isWhole({ lost, restored, unavailable, endedEarly }: Repair): boolean {
  return restored.length === lost.length && unavailable.length === 0 && endedEarly.length === 0;
}

async function publishAgain(
  api: Tools['api'],
  hazardNos: readonly string[],
): Promise<Pick<Repair, 'messages' | 'unavailable'>> {
  let messages = 0;
  const unavailable = new Set<string>();
  for (let i = 0; i < hazardNos.length; i += AT_ONCE) {
    const body = { hazardNos: hazardNos.slice(i, i + AT_ONCE) };
    const reply = await api.post<{ messages: number; unavailable: string[] }>('/operations/re-emit', body);
    messages += reply.messages;
    for (const owner of reply.unavailable) unavailable.add(owner);
  }
  return { messages, unavailable: [...unavailable] };
}

async function comeBack(
  loops: Tools['loops'],
  lost: readonly string[],
  patienceMs: number,
): Promise<string[]> {
  const limit = performance.now() + patienceMs;
  let away = lost;
  while (away.length > 0) {
    const standings = await loops.standings(away);
    away = away.filter((no) => standings.get(no) === 'lost');
    if (performance.now() > limit) break;
    if (away.length > 0) await pause(POLL_MS);
  }
  return lost.filter((no) => !away.includes(no));
}

import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bringUp } from './bring-up.ts';
import { discardPlace, type StackPlace, stackPlace } from './place.ts';
import { endCommands } from './process/run.ts';
import type { StopRequests } from './process/signals.ts';
import type { ServiceSurroundings } from './services/environment.ts';
import type { StackSettings } from './settings.ts';
import { Supervised } from './supervision.ts';

/** A whole product of its own, beside whatever else runs here. */
export interface ThrowAwayStack {
  readonly place: StackPlace;
  readonly surroundings: ServiceSurroundings;
  /** Its processes: servers and services, by their names. */
  readonly processes: readonly { readonly name: string; readonly pid: number }[];
}

/**
 * Brings up a stack with data of its own on free ports, lets it be used, and takes it away again: also after a failure,
 * and when this process is asked to stop.
 *
 * @returns what `use` returns; undefined where it was broken off by a request to stop
 */
export async function onThrowAwayStack<T>(
  settings: StackSettings,
  stop: StopRequests,
  use: (stack: ThrowAwayStack) => Promise<T>,
): Promise<T | undefined> {
  const supervised = new Supervised();
  void stop.again.then(() => {
    supervised.kill();
  });
  const state = await mkdtemp(join(tmpdir(), 'bihuan-stack-'));
  // The account that Postgres runs under must be able to walk through.
  await chmod(state, 0o711);
  const place = stackPlace(state, false);
  const used = bringUpAndUse(place, settings, supervised, use);
  try {
    return await Promise.race([used, stop.first.then(() => undefined)]);
  } finally {
    endCommands();
    await supervised.stop();
    await used.catch(() => undefined);
    await discardPlace(place);
  }
}

async function bringUpAndUse<T>(
  place: StackPlace,
  settings: StackSettings,
  supervised: Supervised,
  use: (stack: ThrowAwayStack) => Promise<T>,
): Promise<T> {
  // Servers that run elsewhere hold somebody's data.
  const none = { postgres: undefined, temporal: undefined, temporalUi: undefined, kafka: undefined };
  const surroundings = await bringUp({ ...settings, addresses: none }, place, (process) => {
    supervised.add(process);
  });
  const processes = supervised.all.map(({ spec, identity }) => ({ name: spec.name, pid: identity.pid }));
  return use({ place, surroundings, processes });
}

import { setTimeout as pause } from 'node:timers/promises';
import type { JsonWebKey } from 'node:crypto';
import type { ServiceName } from '@bihuan/contracts';
import { Client, Connection } from '@temporalio/client';
import { serveJob } from '../harness/child.ts';
import { gasStation } from '../registration/hazards.ts';
import { countStruckOff, Eyes } from './eyes.ts';
import { People } from './people.ts';
import { goRound } from './round.ts';
import { Services } from './services.ts';

/** Takes hazards round the whole loop. */
export interface LoopLoad {
  readonly urls: Readonly<Record<ServiceName, string>>;
  readonly internalTokenPrivateJwk: JsonWebKey;
  readonly databaseUrl: string;
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly loops: number;
  /** Loops that are on their way at a time. */
  readonly inFlight: number;
}

const LOOK_MS = 20;
const TAIYUAN = '140105';

serveJob(async ({ urls, internalTokenPrivateJwk, databaseUrl, temporal, loops, inFlight }: LoopLoad) => {
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({ connection, namespace: temporal.namespace });
  const before = await countStruckOff(client);
  const eyes = await Eyes.open(databaseUrl, client);
  const services = new Services(urls, new People(internalTokenPrivateJwk));
  return async () => {
    const watching = eyes.watch();
    const rounds: Promise<string>[] = [];
    const ended = () => eyes.struckOff - before;
    while (ended() < loops) {
      while (rounds.length < loops && rounds.length - ended() < inFlight) {
        const hazard = gasStation(rounds.length);
        const round = goRound(services, eyes, { ...hazard, place: { ...hazard.place, code: TAIYUAN } });
        round.catch((error: unknown) => {
          console.error(error);
          process.exit(1);
        });
        rounds.push(round);
      }
      await pause(LOOK_MS);
    }
    await Promise.all(rounds);
    eyes.close();
    await watching;
    services.close();
    await connection.close();
    return {};
  };
});

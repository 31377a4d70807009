import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { gasStation } from '../registration/hazards.ts';
import { type BenchStack, databaseUrl } from '../stack.ts';
import { Eyes } from './eyes.ts';
import { countHistory, type HistoryCount } from './histories.ts';
import { People } from './people.ts';
import { goRound, type Pace } from './round.ts';
import { Services } from './services.ts';

const STILL_MS = 1_000;
const TAIYUAN = { code: '140105', address: '平阳路 1 号' };

/** One hazard at a time, each step after the loop has taken the last: as in life, where days lie between. */
export class Unhurried {
  readonly services: Services;
  readonly #temporal: Client;
  readonly #eyes: Eyes;
  readonly #watching: Promise<void>;

  private constructor(stack: BenchStack, temporal: Client, eyes: Eyes) {
    this.#temporal = temporal;
    this.#eyes = eyes;
    this.#watching = eyes.watch();
    this.services = new Services(stack.urls, new People(stack.internalTokenPrivateJwk));
  }

  static async begin(stack: BenchStack, temporal: Client): Promise<Unhurried> {
    return new Unhurried(stack, temporal, await Eyes.open(databaseUrl(stack), temporal));
  }

  /** What a hazard leaves behind that was taken to its strike-off. */
  async life(campaignCode = 'SX2023', more: Pick<Pace, 'beforeCity'> = {}): Promise<HistoryCount> {
    const hazard = { ...gasStation(1), campaignCode, place: TAIYUAN };
    const pace = { between: (hazardNo: string) => this.untilStill(hazardNo), ...more };
    return this.untilStill(await goRound(this.services, this.#eyes, hazard, pace));
  }

  /** Waits until the history grows no more. */
  private async untilStill(hazardNo: string): Promise<HistoryCount> {
    for (let before = await countHistory(this.#temporal, hazardNo); ;) {
      await pause(STILL_MS);
      const now = await countHistory(this.#temporal, hazardNo);
      if (now.events === before.events) return now;
      before = now;
    }
  }

  async end(): Promise<void> {
    this.#eyes.close();
    await this.#watching;
    this.services.close();
  }
}

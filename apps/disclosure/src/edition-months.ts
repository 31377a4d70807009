import { setTimeout as pause } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { serviceActor, UnitOfWork } from '@bihuan/platform/commands';
import { BusinessClock } from '@bihuan/platform/config';
import { ReferenceBook } from '@bihuan/platform/reference';
import { endOfMonth, monthsOf, toLocalDate } from '@bihuan/process-core';
import { EditionClocks } from './domain/edition-clocks.ts';

const EVERY_MS = 60_000;
const UNTIL_READY_MS = 1_000;
const origin = { actor: serviceActor('disclosure'), correlationId: 'edition-months' };

/**
 * Opens the clock of every month of every campaign once the month has ended, by the policy of that day; a clock that is
 * there stays as it is.
 */
@Injectable()
export class EditionMonths implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger(EditionMonths.name);
  readonly #stopping = new AbortController();
  /** Months whose clock this process has seen open, so that it is not opened again each minute. */
  readonly #opened = new Set<string>();
  #running: Promise<void> | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reference: ReferenceBook,
    private readonly clock: BusinessClock,
    private readonly clocks: EditionClocks,
  ) {}

  onApplicationBootstrap(): void {
    this.#running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Looks once. @throws DomainError `reference.notReady` */
  async look(): Promise<void> {
    const now = this.clock.now();
    for (const campaign of this.reference.campaigns(toLocalDate(now))) {
      const ended = monthsOf(campaign).filter((month) => endOfMonth(month) <= now);
      for (const month of ended) {
        const key = `${campaign.code}.${month}`;
        if (this.#opened.has(key)) continue;
        await this.unitOfWork.run(origin, (work) => this.clocks.open(work, campaign, month));
        this.#opened.add(key);
      }
    }
  }

  private async run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const ready = this.reference.ready();
      if (ready)
        await this.look().catch((error: unknown) => {
          this.#log.warn(`The months could not be looked at: ${String(error)}`);
        });
      await pause(ready ? EVERY_MS : UNTIL_READY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Channel } from '@bihuan/contracts';
import { BusinessClock } from '@bihuan/platform/config';
import { ReferenceBook } from '@bihuan/platform/reference';
import type { RunningPart } from '@bihuan/platform/service';
import { Deliver } from '../domain/deliver.ts';
import { RefusedForGood } from '../domain/mail.ts';
import { GIVEN_UP_AFTER_MS, isGivenUp, pauseAfter } from '../domain/retries.ts';
import { Deliveries, type LeasedDelivery } from '../persistence/deliveries.repository.ts';

/** So many of a channel are under way at a time. */
const AT_A_TIME = 8;
const POLL_MS = 500;
const STOP_MS = 10_000;
const LONGEST_ERROR = 500;

/**
 * Sends what is due, each at least once: a channel that is down holds the others up as little as messages for another
 * channel. Several processes may send; each delivery is leased to one of them.
 */
@Injectable()
export class DeliverySender implements RunningPart {
  readonly #log = new Logger(DeliverySender.name);
  readonly #stopping = new AbortController();
  #running: Promise<unknown> | undefined;

  constructor(
    private readonly deliveries: Deliveries,
    private readonly deliver: Deliver,
    private readonly reference: ReferenceBook,
    private readonly clock: BusinessClock,
  ) {}

  start(): void {
    this.#running ??= Promise.all(Channel.options.map((channel) => this.run(channel)));
  }

  /**
   * Finishes the mails under way, and ends the requests: they are sent again after the next start.
   *
   * @throws Error where that takes longer than ten seconds
   */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const waiting = new AbortController();
    const late = pause(STOP_MS, 'late', { signal: waiting.signal }).catch(() => undefined);
    const outcome = await Promise.race([this.#running, late]);
    waiting.abort();
    if (outcome === 'late') throw new Error(`The sender did not stop within ${STOP_MS} ms`);
  }

  private async run(channel: Channel): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const sent = await this.sendDue(channel).catch((error: unknown) => {
        this.#log.warn(`Deliveries by ${channel} wait: ${String(error)}`);
        return 0;
      });
      if (sent === 0) await this.rest();
    }
  }

  /** @returns how many were tried */
  private async sendDue(channel: Channel): Promise<number> {
    if (!this.reference.ready()) return 0;
    const due = await this.deliveries.lease(channel, this.clock.now(), AT_A_TIME);
    await Promise.all(
      due.map((delivery) =>
        // Its outcome was not written down: it is tried again when the lease has ended.
        this.send(delivery).catch((error: unknown) => {
          this.#log.warn(`Delivery ${delivery.id} stays leased: ${String(error)}`);
        }),
      ),
    );
    return due.length;
  }

  private async send(delivery: LeasedDelivery): Promise<void> {
    try {
      await this.deliver.execute(delivery, this.#stopping.signal);
    } catch (error) {
      await this.settleFailure(delivery, error);
      return;
    }
    await this.deliveries.setSent(delivery.id, this.clock.now());
  }

  private async settleFailure(delivery: LeasedDelivery, error: unknown): Promise<void> {
    const { id, channel, target, attempts, triedForMs } = delivery;
    const why = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_ERROR);
    if (error instanceof RefusedForGood) {
      this.#log.error(`Delivery ${id} by ${channel} is refused for good: ${why}`);
      await this.deliveries.setFailed(id, why);
    } else if (isGivenUp(channel, triedForMs)) {
      this.#log.error(`Deliveries to ${channel} ${target} are given up: ${why}`);
      await this.deliveries.giveTargetUp(target, why, GIVEN_UP_AFTER_MS);
    } else if (channel === 'webhook') await this.pauseWebhook(delivery, why);
    else await this.deliveries.setPause(id, why, pauseAfter(attempts));
  }

  /** A webhook that is down is tried with few requests, however many wait for it: the others must not wait for it too. */
  private async pauseWebhook({ id, target }: LeasedDelivery, why: string): Promise<void> {
    const pauseMs = pauseAfter(Math.max(1, await this.deliveries.mostAttempts(target)));
    await this.deliveries.setPause(id, why, pauseMs);
    await this.deliveries.pauseTarget(target, this.clock.now(), pauseMs);
  }

  private async rest(): Promise<void> {
    await pause(POLL_MS, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { MessageBus } from '../bus/message-bus.ts';
import { FaultPoints } from '../faults.ts';
import { OutboxMetrics } from './outbox-metrics.ts';
import { backlogOf, markRefused, markSent, unsentRows } from './outbox-rows.ts';
import { RelaySession } from './relay-session.ts';
import { RelaySettings } from './relay-settings.ts';
import { nextChunk, sendRows } from './send-rows.ts';

const BATCH = 500;
const POLL_MS = 500;
const AWAY_FIRST_MS = 250;
const AWAY_LONGEST_MS = 10_000;
const REFUSALS_BEFORE_PARKING = 5;
const MEASURE_MS = 5_000;
const STOP_MS = 10_000;

/** Sends committed facts to the broker: one relay a service, in order per key, each at least once. */
@Injectable()
export class OutboxRelay {
  readonly #log = new Logger(OutboxRelay.name);
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  /** Why it neither leads nor follows; undefined while it does. */
  #away: string | undefined = 'not connected yet';
  #measuredAt = -MEASURE_MS;

  constructor(
    private readonly settings: RelaySettings,
    private readonly bus: MessageBus,
    private readonly faults: FaultPoints,
    private readonly metrics: OutboxMetrics,
  ) {}

  start(): void {
    this.#running ??= this.run();
  }

  /**
   * Finishes the batch at work.
   *
   * @throws Error where that takes longer than ten seconds
   */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const waiting = new AbortController();
    const late = pause(STOP_MS, true, { signal: waiting.signal }).catch(() => false);
    const isLate = await Promise.race([this.#running, late]);
    waiting.abort();
    if (isLate === true) throw new Error(`The relay did not stop within ${STOP_MS} ms`);
  }

  /** @throws Error saying what keeps the relay from its database */
  check(): void {
    if (this.#away !== undefined) throw new Error(`The relay neither leads nor follows: ${this.#away}`);
  }

  private async run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        const session = await RelaySession.lead(this.settings);
        this.#away = undefined;
        if (session) await this.relay(session);
      } catch (error) {
        this.#away = String(error);
        this.#log.warn(`The relay starts again: ${String(error)}`);
      }
      await this.rest(this.settings.followMs);
    }
  }

  private async relay(session: RelaySession): Promise<void> {
    const { signal } = this.#stopping;
    let away = AWAY_FIRST_MS;
    try {
      while (!signal.aborted) {
        await this.measure(session);
        const rows = nextChunk(await unsentRows(session, BATCH));
        if (rows.length === 0) {
          await session.nudgedOr(POLL_MS, signal);
          continue;
        }
        this.faults.reach('afterCommitBeforePublish');
        const sending = await sendRows(this.bus, rows).catch((error: unknown) => {
          this.#log.warn(`${rows.length} messages wait for the broker: ${String(error)}`);
        });
        if (!sending) {
          await this.rest(away);
          away = Math.min(away * 2, AWAY_LONGEST_MS);
          continue;
        }
        away = AWAY_FIRST_MS;
        this.faults.reach('afterPublishBeforeMark');
        await this.settle(session, sending);
      }
    } finally {
      this.metrics.set({ unsent: 0, parked: 0, oldestSeconds: 0 });
      this.#measuredAt = -MEASURE_MS;
      await session.close();
    }
  }

  private async settle(
    session: RelaySession,
    { sent, refused }: Awaited<ReturnType<typeof sendRows>>,
  ): Promise<void> {
    if (sent.length > 0) await markSent(session, sent);
    for (const { row, why } of refused) {
      const parked = await markRefused(session, row, why, REFUSALS_BEFORE_PARKING);
      const message = `The broker refuses ${row.type} ${row.id} of ${row.key}: ${why}`;
      if (parked) {
        this.#measuredAt = -MEASURE_MS;
        this.#log.error(`${message}; parked, later messages of ${row.key} wait for it`);
      } else this.#log.warn(message);
    }
    if (refused.length > 0) await this.rest(this.settings.refusedMs);
  }

  private async measure(session: RelaySession): Promise<void> {
    if (performance.now() - this.#measuredAt < MEASURE_MS) return;
    this.#measuredAt = performance.now();
    this.metrics.set(await backlogOf(session));
  }

  private async rest(milliseconds: number): Promise<void> {
    await pause(milliseconds, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }
}

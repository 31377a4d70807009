import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { serviceActor, UnitOfWork, type Work } from '../commands/index.ts';
import { lockKeySql, type ClockRow } from '../persistence/index.ts';
import { clockColumns } from './clock-record.ts';
import { ClockMetrics } from './clock-metrics.ts';
import { ClockSettings } from './clock-settings.ts';
import { tellClock } from './tell-clock.ts';

const AT_ONCE = 500;

/**
 * Notices clocks that nobody asks about, tells the loop of them again and raises an alert. Tells of those that were
 * moved with many others, earlier wake-ups first.
 */
@Injectable()
export class ClockWatchdog {
  readonly #log = new Logger(ClockWatchdog.name);
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #look = Promise.withResolvers<undefined>();

  constructor(
    private readonly settings: ClockSettings,
    private readonly unitOfWork: UnitOfWork,
    private readonly metrics: ClockMetrics,
  ) {}

  start(): void {
    this.#running ??= this.run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Does not wait for the next round. */
  lookNow(): void {
    this.#look.resolve(undefined);
  }

  /** Looks once. @returns ids of the clocks whose fact was announced again */
  async sweep(): Promise<string[]> {
    const { owner } = this.settings;
    const origin = { actor: serviceActor(owner), correlationId: 'clock-watchdog' };
    const unheard = await this.unitOfWork.run(origin, (work) => this.remind(work));
    if (unheard.length > 0) {
      this.metrics.unheard(unheard.length);
      this.#log.error(
        `Nobody asked about ${unheard.length} clocks in time, told again: ${unheard.join(', ')}`,
      );
    }
    return unheard;
  }

  /** Tells of clocks that a re-projection has moved, batch by batch. @returns how many */
  async tellMoved(): Promise<number> {
    const origin = { actor: serviceActor(this.settings.owner), correlationId: 'clock-reprojection' };
    let told = 0;
    for (let batch = AT_ONCE; batch === AT_ONCE && !this.#stopping.signal.aborted; told += batch)
      batch = await this.unitOfWork.run(origin, (work) => this.tellBatch(work));
    if (told > 0) this.#log.log(`Told of ${told} clocks that were moved`);
    return told;
  }

  private async tellBatch(work: Work): Promise<number> {
    const [rows] = await work.tx.query<[(ClockRow & { wasToTell: ClockRow['toTell'] })[], number]>(
      `UPDATE clock SET to_tell = NULL FROM (
         SELECT id AS told, to_tell AS was FROM clock WHERE to_tell IS NOT NULL
         ORDER BY to_tell, wake_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED) moved
       WHERE id = told RETURNING ${clockColumns}, was AS "wasToTell"`,
    );
    for (const row of rows)
      tellClock(work, this.settings.owner, 'moved', row, { unhurried: row.wasToTell === 'later' });
    return rows.length;
  }

  private async run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.tellMoved().catch((error: unknown) => {
        this.#log.warn(`Moved clocks could not be told of: ${String(error)}`);
      });
      await this.sweep().catch((error: unknown) => {
        this.#log.warn(`The clocks could not be looked at: ${String(error)}`);
      });
      await Promise.race([
        this.#look.promise,
        pause(this.settings.watchEveryMs, undefined, { signal }).catch(() => undefined),
      ]);
      this.#look = Promise.withResolvers<undefined>();
    }
  }

  /** A clock that stays unheard is told again once per waiting time, not at every look. */
  private async remind(work: Work): Promise<string[]> {
    const { owner, unheardAfterMs } = this.settings;
    const [lock] = await work.tx.query<[{ mine: boolean }]>(
      `SELECT pg_try_advisory_xact_lock(${lockKeySql('watchdog')}) AS mine`,
    );
    if (!lock.mine) return [];
    const [rows] = await work.tx.query<[ClockRow[], number]>(
      `UPDATE clock SET reminded_at = clock_timestamp() WHERE id IN (
         SELECT id FROM clock WHERE state = 'open' AND wake_at < $1
           AND (reminded_at IS NULL OR reminded_at < clock_timestamp() - make_interval(secs => $2))
         ORDER BY wake_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
       RETURNING ${clockColumns}`,
      [new Date(work.now.getTime() - unheardAfterMs), unheardAfterMs / 1_000],
    );
    for (const row of rows) tellClock(work, owner, row.version === 1 ? 'opened' : 'moved', row);
    return rows.map(({ id }) => id);
  }
}

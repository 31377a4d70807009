import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Channel on which the relay of the current schema hears that rows were committed. */
export const outboxChannelSql = `'outbox/' || current_schema()`;

const GATHER_MS = 5;

/**
 * Tells the relay, wherever it runs, that facts were committed.
 *
 * It is sent just after the commit and once for many commits: a NOTIFY inside a transaction makes all
 * commits of the database queue behind one lock, which costs the group commit. A nudge that is lost
 * with its process is made good by the relay's poll.
 */
@Injectable()
export class OutboxNudge {
  readonly #log = new Logger(OutboxNudge.name);
  #waiting = false;

  constructor(private readonly dataSource: DataSource) {}

  nudge(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    setTimeout(() => {
      this.#waiting = false;
      this.send().catch((error: unknown) => {
        this.#log.warn(`The relay could not be nudged, its poll will do: ${String(error)}`);
      });
    }, GATHER_MS).unref();
  }

  private async send(): Promise<void> {
    if (!this.dataSource.isInitialized) return;
    await this.dataSource.query(`SELECT pg_notify(${outboxChannelSql}, '')`);
  }
}

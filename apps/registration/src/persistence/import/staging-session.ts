import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { finished } from 'node:stream/promises';
import { lockKeySql, sessionOptions } from '@bihuan/platform/persistence';
import pg from 'pg';
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams';

const CONNECT_MS = 5_000;
const CLOSE_MS = 2_000;
const SCHEMA = 'registration';
/** Statements over a whole file take their time; a server that finds nobody at the other end gives up. */
const OPTIONS = `${sessionOptions(SCHEMA)} -c statement_timeout=0 -c client_connection_check_interval=1000`;

/** Texts on their way into a staging table. */
export interface CopyWriter {
  /** @param lines in PostgreSQL's text format, each with its end */
  write(lines: string): Promise<void>;
  /** All of it is in the table. */
  end(): Promise<void>;
  /** None of it is. */
  abort(): Promise<void>;
}

/**
 * The connection that stages the rows of one import. It holds the lock that makes this process the only one of the
 * service that imports: should it die, the lock is free.
 */
export class StagingSession {
  private constructor(private readonly client: pg.Client) {
    // A broken connection fails the next statement, which is where it is dealt with.
    client.on('error', () => undefined);
  }

  /** Opens a session that leads; undefined while another process of the service imports. */
  static async lead(url: string): Promise<StagingSession | undefined> {
    const client = new pg.Client({
      connectionString: url,
      application_name: `${SCHEMA} imports`,
      options: OPTIONS,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
    });
    const session = new StagingSession(client);
    try {
      await client.connect();
      const [row] = await session.query<{ leads: boolean }>(
        `SELECT pg_try_advisory_lock(${lockKeySql('imports')}) AS leads`,
      );
      if (row?.leads) return session;
    } catch (error) {
      await session.close();
      throw error;
    }
    await session.close();
    return undefined;
  }

  async query<T extends object>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    const { rows } = await this.client.query<T>(sql, [...params]);
    return rows;
  }

  async clear(): Promise<void> {
    await this.query(`TRUNCATE import_major_row, import_general_row, import_count_row`);
  }

  /** @param target table and columns, `t (a, b)` */
  copyInto(target: string): CopyWriter {
    return new Copying(this.client.query(copyFrom(`COPY ${target} FROM STDIN`)));
  }

  async close(): Promise<void> {
    // A server that says nothing does not confirm the end either.
    await Promise.race([this.client.end(), pause(CLOSE_MS, undefined, { ref: false })]);
  }
}

class Copying implements CopyWriter {
  readonly #ended: Promise<void>;

  constructor(private readonly stream: CopyStreamQuery) {
    this.#ended = finished(stream);
    // Whoever writes or ends hears of it.
    this.#ended.catch(() => undefined);
  }

  async write(lines: string): Promise<void> {
    if (this.stream.write(Buffer.from(lines))) return;
    await Promise.race([once(this.stream, 'drain'), this.#ended]);
  }

  async end(): Promise<void> {
    this.stream.end();
    await this.#ended;
  }

  async abort(): Promise<void> {
    this.stream.destroy();
    await this.#ended.catch(() => undefined);
  }
}

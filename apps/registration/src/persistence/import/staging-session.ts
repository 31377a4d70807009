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
  /** @param line in PostgreSQL's text format, with its end */
  put(line: string): void;
  /** Once there is room for more. */
  room(): Promise<void>;
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

const CHUNK = 1 << 18;
const MOST_BYTES_A_UNIT = 3;

class Copying implements CopyWriter {
  readonly #ended: Promise<void>;
  #chunk = Buffer.allocUnsafeSlow(CHUNK);
  #used = 0;

  constructor(private readonly stream: CopyStreamQuery) {
    this.#ended = finished(stream);
    // Whoever waits for room or for the end hears of it.
    this.#ended.catch(() => undefined);
  }

  put(line: string): void {
    const most = line.length * MOST_BYTES_A_UNIT;
    if (this.#used + most > CHUNK) this.send();
    if (most > CHUNK) this.stream.write(Buffer.from(line));
    else this.#used += this.#chunk.write(line, this.#used);
  }

  async room(): Promise<void> {
    if (this.stream.writableNeedDrain) await Promise.race([once(this.stream, 'drain'), this.#ended]);
  }

  async end(): Promise<void> {
    this.send();
    this.stream.end();
    await this.#ended;
  }

  async abort(): Promise<void> {
    this.stream.destroy();
    await this.#ended.catch(() => undefined);
  }

  private send(): void {
    if (this.#used === 0) return;
    this.stream.write(this.#chunk.subarray(0, this.#used));
    this.#chunk = Buffer.allocUnsafeSlow(CHUNK);
    this.#used = 0;
  }
}

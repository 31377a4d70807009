import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { outboxChannelSql } from '../../commands/index.ts';
import { lockKeySql, sessionOptions } from '../../persistence/index.ts';
import type { RelaySettings } from './relay-settings.ts';

const QUERY_TIMEOUT_MS = 20_000;
const CLOSE_MS = 2_000;

/**
 * The relay's own connection. It holds the lock that makes this relay the only one of its service, hears
 * the nudges, and carries the relay's statements: without the lock there is no connection to mark rows with.
 */
export class RelaySession {
  #nudge = new AbortController();

  private constructor(private readonly client: pg.Client) {
    client.on('notification', () => {
      this.#nudge.abort();
    });
    // A broken connection fails the next statement, which is where it is dealt with.
    client.on('error', () => {
      this.#nudge.abort();
    });
  }

  /** Opens a session that leads; undefined while another relay of the service leads. */
  static async lead({ url, schema, connectMs }: RelaySettings): Promise<RelaySession | undefined> {
    const client = new pg.Client({
      connectionString: url,
      application_name: `${schema} relay`,
      options: sessionOptions(schema),
      keepAlive: true,
      connectionTimeoutMillis: connectMs,
      query_timeout: QUERY_TIMEOUT_MS,
    });
    const session = new RelaySession(client);
    try {
      await client.connect();
      const [row] = await session.query<{ leads: boolean }>(
        `SELECT pg_try_advisory_lock(${lockKeySql('relay')}) AS leads`,
      );
      if (row?.leads) {
        await session.listen();
        return session;
      }
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

  /** Waits for a nudge since the last call, or for the poll's time to come. */
  async nudgedOr(milliseconds: number, stop: AbortSignal): Promise<void> {
    const signal = AbortSignal.any([stop, this.#nudge.signal]);
    await pause(milliseconds, undefined, { signal }).catch(() => undefined);
    this.#nudge = new AbortController();
  }

  async close(): Promise<void> {
    // A server that says nothing does not confirm the end either.
    await Promise.race([this.client.end(), pause(CLOSE_MS, undefined, { ref: false })]);
  }

  private async listen(): Promise<void> {
    const [row] = await this.query<{ channel: string }>(`SELECT quote_ident(${outboxChannelSql}) AS channel`);
    await this.query(`LISTEN ${String(row?.channel)}`);
  }
}

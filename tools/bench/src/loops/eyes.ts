import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import pg from 'pg';

const LOOK_MS = 50;
/** Counting in Temporal's store is work of its own: a twentieth of a loop's time between two looks is often enough. */
const COUNT_MS = 300;

/** What somebody waits for about a hazard: both handovers, or that its rectification may begin. */
type Awaited = 'handovers' | 'rectifying';
interface Handover {
  readonly id: string;
  readonly track: 'territorial' | 'industry';
}

/** Sees what comes by events, with one look for all hazards: asking the API for each would be work of its own. */
export class Eyes {
  readonly #client: pg.Client;
  readonly #temporal: Client;
  readonly #waiting = {
    handovers: new Map<string, (seen: readonly Handover[]) => void>(),
    rectifying: new Map<string, () => void>(),
  };
  /** Loops whose run shows operators that they are struck off. */
  struckOff = 0;
  #open = true;

  private constructor(client: pg.Client, temporal: Client) {
    this.#client = client;
    this.#temporal = temporal;
  }

  static async open(databaseUrl: string, temporal: Client): Promise<Eyes> {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    return new Eyes(client, temporal);
  }

  handovers(hazardNo: string): Promise<readonly Handover[]> {
    return new Promise((resolve) => this.#waiting.handovers.set(hazardNo, resolve));
  }

  rectifying(hazardNo: string): Promise<void> {
    return new Promise((resolve) => this.#waiting.rectifying.set(hazardNo, resolve));
  }

  /** Looks again and again until it is closed. */
  async watch(): Promise<void> {
    for (let counted = -COUNT_MS; this.#open;) {
      if (performance.now() - counted >= COUNT_MS) {
        this.struckOff = await countStruckOff(this.#temporal);
        counted = performance.now();
      }
      if (this.#waiting.handovers.size > 0) await this.#lookForHandovers();
      if (this.#waiting.rectifying.size > 0) await this.#lookForCases();
      await pause(LOOK_MS);
    }
    await this.#client.end();
  }

  close(): void {
    this.#open = false;
  }

  async #lookForHandovers(): Promise<void> {
    const rows = await this.#rows<Handover & { hazard_no: string }>(
      'handovers',
      `SELECT id, hazard_no, track FROM handover.handover WHERE hazard_no = ANY($1)`,
    );
    for (const [hazardNo, both] of Map.groupBy(rows, ({ hazard_no }) => hazard_no)) {
      if (both.length < 2) continue;
      this.#waiting.handovers.get(hazardNo)?.(both);
      this.#waiting.handovers.delete(hazardNo);
    }
  }

  async #lookForCases(): Promise<void> {
    const rows = await this.#rows<{ hazard_no: string }>(
      'rectifying',
      `SELECT hazard_no FROM supervision.hazard_case WHERE hazard_no = ANY($1) AND state = 'rectifying'`,
    );
    for (const { hazard_no } of rows) {
      this.#waiting.rectifying.get(hazard_no)?.();
      this.#waiting.rectifying.delete(hazard_no);
    }
  }

  async #rows<T extends object>(awaited: Awaited, sql: string): Promise<T[]> {
    const { rows } = await this.#client.query<T>(sql, [[...this.#waiting[awaited].keys()]]);
    return rows;
  }
}

export async function countStruckOff(temporal: Client): Promise<number> {
  return (await temporal.workflow.count(`BihuanState = '已销号'`)).count;
}

import { hazardLoopType, taskQueues } from '@bihuan/contracts';
import { until } from '@bihuan/api-client';
import type { Client } from '@temporalio/client';
import type pg from 'pg';
import { writeClocks, writeRows } from '../clocks/clock-rows.ts';
import type { Rules } from '../clocks/rules.ts';
import type { Sample } from '../harness/comparison.ts';
import { measure } from '../harness/processor-time.ts';
import { untilQuiet } from '../harness/quiet.ts';
import { eventsIn } from '../loops/histories.ts';
import { type BenchStack, watchedIn } from '../stack.ts';
import { Crowd } from './crowd.ts';

import { waitingHazard } from './hazards.ts';

export const servers = ['PostgreSQL', 'Kafka', 'Temporal Server'];
export const services = [
  ...(['registration', 'handover', 'supervision', 'workflow-worker'] as const),
  ...(['notification', 'disclosure', 'assessment'] as const),
];
const DRAIN_SECONDS = 900;

/** Loops of hazards whose deadlines come at one moment. */
export class Product {
  readonly #stack: BenchStack;
  readonly #client: pg.Client;
  readonly #temporal: Client;
  readonly #rules: Rules;
  readonly #crowd = new Crowd();
  #serial = 0;
  #strays = 0;

  constructor(stack: BenchStack, client: pg.Client, temporal: Client, rules: Rules) {
    this.#stack = stack;
    this.#client = client;
    this.#temporal = temporal;
    this.#rules = rules;
  }

  /** Clocks that were due in any run. */
  get clocks(): number {
    return this.#serial;
  }

  /** Those of them that have not exactly one rung and one fact. */
  get strays(): number {
    return this.#strays;
  }

  async run(clocks: number): Promise<Sample> {
    const watched = watchedIn(this.#stack, [...servers, ...services]);
    const numbers: string[] = [];
    const due = await this.#crowd.gather(clocks, {
      prepare: (at) => this.#prepare(clocks, at, numbers),
      waiting: () => untilQuiet(watched),
    });
    const sample = await measure(
      watched,
      async () => {
        const seconds = await until('a rung of every clock', DRAIN_SECONDS, () => this.#drained(clocks, due));
        return { operations: clocks, seconds, ownCpuMs: {} };
      },
      () => untilQuiet(watched),
    );
    this.#strays += clocks - (await this.#ringingOnce(due));
    return { ...sample, further: { events: await eventsIn(this.#temporal, numbers) } };
  }

  /** Rows of supervision and notification, and a run of each loop that goes on from one before. */
  async #prepare(clocks: number, at: Date, numbers: string[]): Promise<(n: number) => Promise<unknown>> {
    const due = this.#business(at);
    const hazards = Array.from({ length: clocks }, () =>
      waitingHazard((this.#serial += 1), due, this.#rules, this.#stack.businessOffsetMs),
    );
    numbers.push(...hazards.map(({ hazardNo }) => hazardNo));
    await writeClocks(this.#client, 'supervision', { clock: hazards.map(({ clock }) => clock) });
    await writeRows(
      this.#client,
      'notification.hazard_brief',
      hazards.map(({ brief }) => brief),
    );
    return async (n) => {
      const hazard = hazards[n];
      if (!hazard) throw new Error(`There are ${hazards.length} hazards, not ${n}`);
      const { hazardNo: workflowId, carried } = hazard;
      const args = [workflowId, carried];
      await this.#temporal.workflow.start(hazardLoopType, {
        workflowId,
        taskQueue: taskQueues.workflows,
        args,
      });
    };
  }

  /** Seconds from the due to the last rung, once there are as many rungs as clocks. */
  async #drained(clocks: number, due: Date): Promise<number | undefined> {
    const { rows } = await this.#client.query<{ rungs: number; last: Date }>(
      `SELECT count(*)::integer AS rungs, max(decided_at) AS last FROM supervision.clock_rung WHERE decided_at >= $1`,
      [this.#business(due)],
    );
    const [taken] = rows;
    if (!taken || taken.rungs < clocks) return undefined;
    return (taken.last.getTime() - this.#business(due).getTime()) / 1000;
  }

  /** Clocks of the moment that have exactly one rung, and exactly one fact that tells of it and was sent. */
  async #ringingOnce(due: Date): Promise<number> {
    const { rows } = await this.#client.query<{ once: number }>(
      `SELECT count(*)::integer AS once FROM supervision.clock c
         JOIN (SELECT clock_id AS id, count(*) AS taken FROM supervision.clock_rung WHERE decided_at >= $1
           GROUP BY 1) r USING (id)
         JOIN (SELECT envelope -> 'data' ->> 'clockId' AS id, count(*) AS told FROM supervision.outbox
           WHERE type = 'clock.rungTaken' AND occurred_at >= $1 AND sent_at IS NOT NULL GROUP BY 1) f USING (id)
       WHERE c.due = $1 AND taken = 1 AND told = 1`,
      [this.#business(due)],
    );
    return rows[0]?.once ?? 0;
  }

  #business(moment: Date): Date {
    return new Date(moment.getTime() + this.#stack.businessOffsetMs);
  }
}

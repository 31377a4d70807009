import type { PatientWorker } from '@bihuan/platform/temporal';
import type { Client } from '@temporalio/client';
import type { InjectedSinks } from '@temporalio/worker';
import { bareWorker } from '../harness/bare-worker.ts';
import type { Sample } from '../harness/comparison.ts';
import { measure } from '../harness/processor-time.ts';
import { untilQuiet } from '../harness/quiet.ts';
import { eventsIn } from '../loops/histories.ts';
import { type BenchStack, pauseParts, resumeAll, watchedIn } from '../stack.ts';
import { type BareClockActivities, type BareClockSinks, bareClockType } from './bare.workflow.ts';
import { Crowd } from './crowd.ts';
import { servers, services } from './product.ts';

const taskQueue = 'bench-ladder';

/** Bare workflows whose timers fire at one moment; this process is their worker. */
export class Bare {
  readonly #stack: BenchStack;
  readonly #temporal: Client;
  readonly #codePath: string;
  readonly #crowd = new Crowd();

  /** @param codePath the bundle of the workflow */
  constructor(stack: BenchStack, temporal: Client, codePath: string) {
    this.#stack = stack;
    this.#temporal = temporal;
    this.#codePath = codePath;
  }

  async run(clocks: number): Promise<Sample> {
    const waiting = new Count(clocks);
    const rung = new Count(clocks);
    const worker = await this.#worker(waiting, rung);
    const watched = [...watchedIn(this.#stack, servers), { name: 'worker', pid: process.pid }];
    const ids = Array.from({ length: clocks }, (_, n) => `bare-${Date.now()}-${n}`);
    try {
      const due = await this.#crowd.gather(clocks, {
        prepare: (at) => Promise.resolve((n) => this.#start(ids[n] ?? '', at)),
        waiting: () => waiting.reached.then(() => untilQuiet(watched)),
      });
      // What the services do while they wait is not the bare workflow's.
      pauseParts(this.#stack, services);
      const work = async () => {
        await rung.reached;
        return { operations: clocks, seconds: (Date.now() - due.getTime()) / 1000, ownCpuMs: {} };
      };
      const sample = await measure(watched, work, () => untilQuiet(watched));
      return { ...sample, further: { events: await eventsIn(this.#temporal, ids) } };
    } finally {
      resumeAll();
      await worker.stop();
    }
  }

  #worker(waiting: Count, rung: Count): Promise<PatientWorker> {
    const activities: BareClockActivities = {
      ring: () => {
        rung.up();
        return Promise.resolve();
      },
    };
    const sinks: InjectedSinks<BareClockSinks> = {
      bench: {
        waiting: {
          fn: () => {
            waiting.up();
          },
        },
      },
    };
    const { addresses, namespace } = this.#stack;
    const work = { taskQueue, codePath: this.#codePath, activities, sinks };
    return bareWorker({ address: addresses.temporal, namespace }, work);
  }

  #start(workflowId: string, at: Date): Promise<unknown> {
    return this.#temporal.workflow.start(bareClockType, { workflowId, taskQueue, args: [at.getTime()] });
  }
}

/** Counts up to so many. */
class Count {
  readonly #reached = Promise.withResolvers<undefined>();
  #left: number;

  constructor(of: number) {
    this.#left = of;
  }

  up(): void {
    this.#left -= 1;
    if (this.#left === 0) this.#reached.resolve(undefined);
  }

  get reached(): Promise<undefined> {
    return this.#reached.promise;
  }
}

import {
  type ClockActivities,
  type ClockDecision,
  factsSignal,
  type FactsSignalArgs,
  type HandoverActivities,
  hazardLoopType,
  loopQuery,
  type LoopView,
  type RegistrationActivities,
  taskQueues,
} from '@bihuan/contracts/loop';
import type { ErrorCode, LoopFact, PastHandovers, Period } from '@bihuan/contracts';
import { ApplicationFailure } from '@temporalio/common';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { type NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { HazardStory } from './hazard-story.ts';

type OwnerQueue = 'registration' | 'handover' | 'disclosure' | 'supervision';

/** A Temporal server as the loop's tests use it: the real one, or the one that skips time. */
export interface LoopServer {
  readonly client: Client;
  readonly connection: NativeConnection;
  readonly namespace: string;
  /** System time by that server, milliseconds. */
  now(): Promise<number>;
  /** How facts that owners publish in an activity reach the loop; by signal if left out. */
  readonly publish?: (facts: readonly LoopFact[]) => Promise<void>;
}

export interface StoryStart {
  /** Business time at which the story starts. */
  readonly at: Date;
  readonly rectifyDue: Date;
  readonly finished?: boolean;
  /** What a ledger told of the handovers, where one brought the hazard. */
  readonly past?: PastHandovers;
  /** One working day if left out. */
  readonly acknowledgeWithin?: Period;
}

/** A worker for the loop's workflow and one for each owner's activities, which the stories answer from memory. */
export class LoopWorld {
  readonly #stories = new Map<string, HazardStory>();
  readonly #workers: { readonly worker: Worker; readonly ended: Promise<void> }[] = [];
  readonly #server: LoopServer;
  /** Owners that cannot answer: their database is away. */
  readonly away = new Set<OwnerQueue>();
  /** Handover refuses to dispatch with this code until it is cleared. */
  dispatchRefusal: ErrorCode | null = null;

  private constructor(server: LoopServer) {
    this.#server = server;
  }

  /** @param workflowBundle left out: somebody else runs the workflows */
  static async start(server: LoopServer, workflowBundle?: { readonly codePath: string }): Promise<LoopWorld> {
    const world = new LoopWorld(server);
    const { connection, namespace } = server;
    const run = async (queue: keyof typeof taskQueues, options: Partial<WorkerOptions>) => {
      const worker = await Worker.create({ connection, namespace, taskQueue: taskQueues[queue], ...options });
      world.#workers.push({ worker, ended: worker.run() });
    };
    if (workflowBundle) await run('workflows', { workflowBundle });
    for (const [owner, activities] of Object.entries(world.#activities))
      await run(owner as OwnerQueue, { activities });
    return world;
  }

  /** A new hazard whose business time starts now. Nothing has been signalled yet. */
  async story(start: StoryStart): Promise<HazardStory> {
    const { at, rectifyDue, finished = false, past, acknowledgeWithin = { workingDays: 1 } } = start;
    const serial = String(this.#stories.size + 1).padStart(6, '0');
    const story = new HazardStory(
      {
        hazardNo: `SX2023-140105-GAS-202310-${serial}K`,
        campaignCode: 'SX2023',
        placeCode: '140105',
        placeName: '小店区',
        cityCode: '140100',
        cityName: '太原市',
        fieldCode: 'gas',
        fieldName: '燃气',
        registeredAt: at.toISOString(),
        finished,
        ...(past && { past }),
        businessOffsetMs: at.getTime() - (await this.#server.now()),
      },
      rectifyDue,
      acknowledgeWithin,
    );
    this.#stories.set(story.hazardNo, story);
    return story;
  }

  /** Business time of a story, now. */
  async now(story: HazardStory): Promise<Date> {
    return new Date((await this.#server.now()) + story.hazard.businessOffsetMs);
  }

  /** The loop hears facts, as the bridge tells it: by signal, with a start where it does not run yet. */
  async hear(story: HazardStory, facts: readonly LoopFact[], carried?: object): Promise<WorkflowHandle> {
    return this.#server.client.workflow.signalWithStart(hazardLoopType, {
      workflowId: story.hazardNo,
      taskQueue: taskQueues.workflows,
      args: [story.hazardNo, ...(carried ? [carried] : [])],
      signal: factsSignal,
      signalArgs: [facts] satisfies FactsSignalArgs,
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      staticSummary: '重大事故隐患 · 太原市小店区 · 燃气',
    });
  }

  async view(story: HazardStory): Promise<LoopView> {
    return this.#server.client.workflow.getHandle(story.hazardNo).query<LoopView>(loopQuery);
  }

  async close(): Promise<void> {
    for (const { worker } of this.#workers) worker.shutdown();
    await Promise.all(this.#workers.map(({ ended }) => ended));
  }

  async #decideClock(owner: OwnerQueue, clockId: string): Promise<ClockDecision> {
    if (this.away.has(owner)) throw new Error(`The database of ${owner} is away`);
    const story = [...this.#stories.values()].find((story) => story.clocks.has(clockId));
    if (story === undefined) throw new Error(`no clock ${clockId}`);
    return story.clocks.decide(clockId, await this.now(story));
  }

  readonly #activities: Readonly<Record<OwnerQueue, object>> = {
    registration: {
      loadHazard: (hazardNo) => Promise.resolve(this.#story(hazardNo).hazard),
    } satisfies RegistrationActivities,
    handover: {
      decideClock: (clockId) => this.#decideClock('handover', clockId),
      dispatchHandovers: async ({ hazardNo, past }) => {
        if (this.away.has('handover')) throw new Error('The database of handover is away');
        if (this.dispatchRefusal) throw ApplicationFailure.nonRetryable('refused', this.dispatchRefusal);
        const story = this.#story(hazardNo);
        const facts = story.dispatch(await this.now(story), past?.handovers);
        if (facts.length > 0) await this.#publish(story, facts);
        return { dispatched: 2, unrouted: 0 };
      },
    } satisfies HandoverActivities & ClockActivities,
    disclosure: {
      decideClock: (clockId) => this.#decideClock('disclosure', clockId),
    } satisfies ClockActivities,
    supervision: {
      decideClock: (clockId) => this.#decideClock('supervision', clockId),
    } satisfies ClockActivities,
  };

  async #publish(story: HazardStory, facts: readonly LoopFact[]): Promise<void> {
    const { publish } = this.#server;
    if (publish) await publish(facts);
    else await this.hear(story, facts);
  }

  #story(hazardNo: string): HazardStory {
    const story = this.#stories.get(hazardNo);
    if (story === undefined) throw new Error(`no hazard ${hazardNo}`);
    return story;
  }
}

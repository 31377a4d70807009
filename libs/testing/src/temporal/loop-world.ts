import {
  type ClockActivities,
  factsSignal,
  type FactsSignalArgs,
  type HandoverActivities,
  hazardLoopType,
  loopQuery,
  type LoopView,
  type RegistrationActivities,
  taskQueues,
} from '@bihuan/contracts/loop';
import type { ErrorCode, LoopFact } from '@bihuan/contracts';
import { ApplicationFailure } from '@temporalio/common';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { type NativeConnection, Worker } from '@temporalio/worker';
import { HazardStory } from './hazard-story.ts';

type OwnerQueue = 'registration' | 'handover' | 'supervision';

/** A Temporal server as the loop's tests use it: the real one, or the one that skips time. */
export interface LoopServer {
  readonly client: Client;
  readonly connection: NativeConnection;
  readonly namespace: string;
  /** System time by that server, milliseconds. */
  now(): Promise<number>;
}

export interface StoryStart {
  /** Business time at which the story starts. */
  readonly at: Date;
  readonly rectifyDue: Date;
  readonly finished?: boolean;
}

/** A worker for the loop's workflow and one for each owner's activities, which the stories answer from memory. */
export class LoopWorld {
  readonly #stories = new Map<string, HazardStory>();
  readonly #workers = new Map<string, { readonly worker: Worker; readonly ended: Promise<void> }>();
  readonly #server: LoopServer;
  /** Handover refuses to dispatch with this code until it is cleared. */
  dispatchRefusal: ErrorCode | null = null;

  private constructor(server: LoopServer) {
    this.#server = server;
  }

  static async start(server: LoopServer, workflowBundle: { readonly codePath: string }): Promise<LoopWorld> {
    const world = new LoopWorld(server);
    world.#run(
      'workflows',
      await Worker.create({
        connection: server.connection,
        namespace: server.namespace,
        taskQueue: taskQueues.workflows,
        workflowBundle,
      }),
    );
    for (const owner of ['registration', 'handover', 'supervision'] as const) await world.back(owner);
    return world;
  }

  /** A new hazard whose business time starts now. Nothing has been signalled yet. */
  async story({ at, rectifyDue, finished = false }: StoryStart): Promise<HazardStory> {
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
        businessOffsetMs: at.getTime() - (await this.#server.now()),
      },
      rectifyDue,
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
    });
  }

  async view(story: HazardStory): Promise<LoopView> {
    return this.#server.client.workflow.getHandle(story.hazardNo).query<LoopView>(loopQuery);
  }

  /** The owner's worker stops: nobody answers on its queue. */
  async away(owner: OwnerQueue): Promise<void> {
    await this.#stop(owner);
  }

  async back(owner: OwnerQueue): Promise<void> {
    const { connection, namespace } = this.#server;
    const activities = this.#activities[owner];
    this.#run(
      owner,
      await Worker.create({ connection, namespace, taskQueue: taskQueues[owner], activities }),
    );
  }

  async close(): Promise<void> {
    for (const name of [...this.#workers.keys()]) await this.#stop(name);
  }

  readonly #decideClock: ClockActivities['decideClock'] = async (clockId) => {
    const story = [...this.#stories.values()].find((story) => story.clocks.has(clockId));
    if (story === undefined) throw new Error(`no clock ${clockId}`);
    return story.clocks.decide(clockId, await this.now(story));
  };

  readonly #activities: Readonly<Record<OwnerQueue, object>> = {
    registration: {
      loadHazard: (hazardNo) => Promise.resolve(this.#story(hazardNo).hazard),
    } satisfies RegistrationActivities,
    handover: {
      decideClock: this.#decideClock,
      dispatchHandovers: async ({ hazardNo }) => {
        if (this.dispatchRefusal) throw ApplicationFailure.nonRetryable('refused', this.dispatchRefusal);
        const story = this.#story(hazardNo);
        const facts = story.dispatch(await this.now(story));
        if (facts.length > 0) await this.hear(story, facts);
        return { dispatched: 2, unrouted: 0 };
      },
    } satisfies HandoverActivities & ClockActivities,
    supervision: { decideClock: this.#decideClock } satisfies ClockActivities,
  };

  #story(hazardNo: string): HazardStory {
    const story = this.#stories.get(hazardNo);
    if (story === undefined) throw new Error(`no hazard ${hazardNo}`);
    return story;
  }

  #run(name: string, worker: Worker): void {
    this.#workers.set(name, { worker, ended: worker.run() });
  }

  async #stop(name: string): Promise<void> {
    const running = this.#workers.get(name);
    this.#workers.delete(name);
    running?.worker.shutdown();
    await running?.ended;
  }
}

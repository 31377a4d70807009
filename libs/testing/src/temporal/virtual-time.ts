import type { LoopView } from '@bihuan/contracts/loop';
import type { WorkflowSources } from '@bihuan/platform/temporal-runtime';
import type { WorkflowHandle } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { eventually } from './eventually.ts';
import type { HazardStory } from './hazard-story.ts';
import { LoopWorld, type StoryStart } from './loop-world.ts';
import { timeSkippingServer } from './time-skipping.ts';
import { sharedWorkflowBundle } from './workflow-bundle.ts';

/** Shanghai time of the stories' year, `MM-DDTHH:MM`. */
export const shanghai = (text: string) => new Date(`2023-${text}:00+08:00`);

/** Monday, 09:00: both acknowledgements are due on Tuesday at 18:00, each with a reminder four hours ahead. */
export const monday: StoryStart = { at: shanghai('10-09T09:00'), rectifyDue: shanghai('11-08T18:00') };

/**
 * Events after which a loop may be continued as new in a test: more than the 37 that bringing it to its handover may
 * take. A query that is under way when the run ends is never answered by the server that skips time, and holds the time
 * of every later test, so a run must not end while a test asks for its view.
 */
export const longHistory = 45;

/** Loops on a server that skips time, with stories brought to the stage that a test starts from. */
export class VirtualTime {
  private constructor(
    readonly server: TestWorkflowEnvironment,
    readonly world: LoopWorld,
  ) {}

  static async start(workflow: WorkflowSources): Promise<VirtualTime> {
    const bundle = await sharedWorkflowBundle(workflow);
    const server = await timeSkippingServer();
    const { client, nativeConnection: connection, namespace = 'default' } = server;
    const now = () => server.currentTimeMs();
    return new VirtualTime(server, await LoopWorld.start({ client, connection, namespace, now }, bundle));
  }

  async close(): Promise<void> {
    await this.world.close();
    await this.server.teardown();
  }

  /** Lets time pass until that business time of the story. */
  async until(story: HazardStory, moment: Date): Promise<void> {
    const now = await this.world.now(story);
    if (moment > now) await this.server.sleep(moment.getTime() - now.getTime());
  }

  /** Which activities the loop's present run has asked for, and how often: what is not named did not run. */
  async steps(story: HazardStory): Promise<Record<string, number>> {
    const { events } = await this.handle(story).fetchHistory();
    const steps: Record<string, number> = {};
    for (const { activityTaskScheduledEventAttributes: scheduled } of events ?? []) {
      const name = scheduled?.activityType?.name;
      if (name) steps[name] = (steps[name] ?? 0) + 1;
    }
    return steps;
  }

  handle(story: HazardStory): WorkflowHandle {
    return this.server.client.workflow.getHandle(story.hazardNo);
  }

  /** The loop's own view, once it is as wanted. */
  async view(story: HazardStory, wanted: (view: LoopView) => boolean = () => true): Promise<LoopView> {
    return eventually(() => this.world.view(story), wanted);
  }

  /** Clock kind and rung of each rung taken, in order, once there are so many. */
  async rungs(story: HazardStory, count: number): Promise<string[]> {
    const taken = await eventually(
      () => story.clocks.taken.map(({ clockId, rung }) => `${clockId.split('.')[1] ?? ''} ${rung}`),
      ({ length }) => length >= count,
    );
    return taken;
  }

  /** Registered on Monday; both handovers are dispatched and the loop has heard of it. */
  async handedOver(carried?: object): Promise<HazardStory> {
    const story = await this.world.story(monday);
    await this.world.hear(story, story.registered(await this.world.now(story)), carried);
    await this.view(story, ({ state }) => state === 'handedOver');
    return story;
  }

  /** Both acknowledged, the plan filed. */
  async rectifying(carried?: object): Promise<HazardStory> {
    const story = await this.handedOver(carried);
    const now = await this.world.now(story);
    const answers = [...story.acknowledge('territorial', now), ...story.acknowledge('industry', now)];
    await this.world.hear(story, [...answers, ...story.rectifying(now), ...story.planFiled(now)]);
    await this.view(story, ({ state }) => state === 'rectifying');
    return story;
  }

  async struckOff(carried?: object): Promise<HazardStory> {
    const story = await this.rectifying(carried);
    const now = await this.world.now(story);
    await this.world.hear(story, story.applied(now));
    await this.world.hear(story, story.verdict(true, now));
    await this.world.hear(story, story.struckOff(now));
    await this.view(story, ({ state }) => state === 'struckOff');
    return story;
  }
}

import { Campaign, type MonthlyKind } from '@bihuan/contracts';
import { BusinessClock } from '@bihuan/platform/config';
import {
  type MessageBatch,
  MessageBus,
  readFact,
  type ReceivedMessage,
  type Subscription,
  untilDone,
} from '@bihuan/platform/messaging';
import { Readiness } from '@bihuan/platform/observability';
import { TemporalClient } from '@bihuan/platform/temporal';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { ScheduleAlreadyRunning, type ScheduleOptions } from '@temporalio/client';
import { scheduleOf } from './schedule-of.ts';

const kinds: readonly MonthlyKind[] = ['disclosure', 'assessment'];

/** A form of a campaign as it was published. */
interface Form {
  readonly effectiveFrom: string;
  readonly version: number;
  readonly campaign: Campaign;
}

/**
 * Keeps one schedule a campaign and kind, after the campaign's latest form. The reference topic is read from its
 * beginning at every start: a schedule that somebody changed or deleted comes back as the policy says.
 */
@Injectable()
export class CampaignSchedules implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger(CampaignSchedules.name);
  readonly #latest = new Map<string, Form>();
  #subscription: Subscription | undefined;
  #waitsFor: string | undefined;

  constructor(
    private readonly bus: MessageBus,
    private readonly temporal: TemporalClient,
    private readonly clock: BusinessClock,
    readiness: Readiness,
  ) {
    readiness.register({ name: 'schedules', check: () => this.check() });
  }

  onApplicationBootstrap(): void {
    this.#subscription = this.bus.subscribe({
      group: 'bihuan.workflow-worker.schedules',
      topics: ['reference'],
      from: 'replay',
      onBatch: (batch) => this.onBatch(batch),
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#subscription?.stop();
  }

  private check(): Promise<void> {
    if (!this.#subscription?.joined)
      return Promise.reject(new Error('Campaigns are not followed: not joined yet'));
    return this.#waitsFor === undefined ? Promise.resolve() : Promise.reject(new Error(this.#waitsFor));
  }

  private async onBatch(batch: MessageBatch): Promise<void> {
    const changed = new Set(batch.messages.flatMap((message) => this.learn(message) ?? []));
    const done = await untilDone(
      batch,
      async () => {
        for (const code of changed) await this.keep(code);
      },
      (error) => {
        this.#waitsFor = `Schedules wait for Temporal: ${String(error)}`;
        this.#log.warn(this.#waitsFor);
      },
    );
    if (!done) return;
    this.#waitsFor = undefined;
    const last = batch.messages.at(-1);
    if (last) batch.done(last);
  }

  /** @returns the campaign's code where the message holds a later form of it */
  private learn(message: ReceivedMessage): string | undefined {
    const read = readFact(message, ['reference.changed']);
    if (read.kind !== 'fact' || read.fact.data.kind !== 'campaign') return undefined;
    const { code, effectiveFrom, version, body } = read.fact.data;
    const campaign = Campaign.safeParse(body);
    const known = this.#latest.get(code);
    if (!campaign.success || (known && !isLater({ effectiveFrom, version }, known))) return undefined;
    this.#latest.set(code, { effectiveFrom, version, campaign: campaign.data });
    return code;
  }

  private async keep(code: string): Promise<void> {
    const form = this.#latest.get(code);
    if (!form) return;
    for (const kind of kinds) await this.put(scheduleOf(kind, form.campaign, this.clock.offsetMs()));
  }

  private async put(options: ScheduleOptions): Promise<void> {
    try {
      await this.temporal.brieflyOnSchedules((schedule) => schedule.create(options));
    } catch (error) {
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
      const { scheduleId, spec, action, policies = {}, state } = options;
      await this.temporal.brieflyOnSchedules((schedule) =>
        // Whether it is paused is an operator's business.
        schedule
          .getHandle(scheduleId)
          .update((before) => ({ spec, action, policies, state: { ...before.state, ...state } })),
      );
    }
  }
}

function isLater(one: Omit<Form, 'campaign'>, other: Omit<Form, 'campaign'>): boolean {
  if (one.effectiveFrom !== other.effectiveFrom) return one.effectiveFrom > other.effectiveFrom;
  return one.version > other.version;
}

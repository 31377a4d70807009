import {
  beating,
  DeadLetters,
  FaultPoints,
  type MessageBatch,
  MessageBus,
  type ReceivedMessage,
  type Subscription,
  untilDone,
} from '@bihuan/platform/messaging';
import { Readiness, withHazard } from '@bihuan/platform/observability';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { BridgeMetrics } from './bridge-metrics.ts';
import { Loops, type Outcome } from './loops.ts';
import { Months } from './months.ts';
import { Gathering } from './gathering.ts';
import { MOST_FACTS, type News, sortOut, type Step } from './news.ts';
import { Obligations } from './obligations.ts';
import { Progress } from './progress.ts';
import { Turns } from './turns.ts';

const NAME = 'workflow-worker.bridge';
/** Failures in a row after which readiness calls the bridge stuck. */
const STUCK_AFTER = 3;
/** Loops that are told at a time: enough to keep Temporal busy, few enough for its patience with each. */
const AT_A_TIME = 16;
/** What follows from one command comes from several services within this: told together, it wakes a loop once. */
const GATHER_MS = 200;

/**
 * Kafka → Temporal: tells each workflow the facts it waits for in the order of their topic, several workflows at a time;
 * waits while Temporal is away.
 */
@Injectable()
export class Bridge implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger(Bridge.name);
  /** By partition and first offset: what it waits for. */
  readonly #stuck = new Map<string, string>();
  readonly #gathering: Gathering<Outcome>;
  #subscription: Subscription | undefined;

  constructor(
    private readonly bus: MessageBus,
    private readonly loops: Loops,
    private readonly obligations: Obligations,
    private readonly months: Months,
    private readonly deadLetters: DeadLetters,
    private readonly faults: FaultPoints,
    private readonly metrics: BridgeMetrics,
    readiness: Readiness,
  ) {
    const turns = new Turns(AT_A_TIME);
    this.#gathering = new Gathering(
      (tell) => turns.take(tell),
      (news) => this.outcomeOf(news),
      MOST_FACTS,
    );
    readiness.register({
      name: 'bridge',
      check: () =>
        Promise.resolve().then(() => {
          this.check();
        }),
    });
  }

  onApplicationBootstrap(): void {
    this.#subscription = this.bus.subscribe({
      group: `bihuan.${NAME}`,
      topics: ['registration', 'handover', 'supervision', 'disclosure', 'assessment'],
      from: 'resume',
      gatherMs: GATHER_MS,
      onBatch: (batch) => this.onBatch(batch),
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#subscription?.stop();
  }

  /** @throws Error saying what keeps the bridge from its work */
  private check(): void {
    if (!this.#subscription?.joined) throw new Error('The bridge has not joined its group');
    const [first] = this.#stuck.values();
    if (first !== undefined) throw new Error(first);
  }

  private async onBatch(batch: MessageBatch): Promise<void> {
    const { lanes, passed } = sortOut(batch.messages);
    const progress = new Progress(batch.messages);
    const settle = (messages: readonly ReceivedMessage[]): void => {
      const last = progress.settle(messages);
      if (last) batch.done(last);
    };
    settle(passed);
    const ended = await beating(batch, () =>
      Promise.allSettled(lanes.map((lane) => this.followLane(batch, lane, settle))),
    );
    for (const outcome of ended) if (outcome.status === 'rejected') throw outcome.reason;
  }

  /** Takes the steps of a lane in their order, until they are done or the batch is aborted. */
  private async followLane(
    batch: MessageBatch,
    lane: readonly Step[],
    settle: (messages: readonly ReceivedMessage[]) => void,
  ): Promise<void> {
    for (const step of lane) {
      const place = placeOf(step);
      const done = await untilDone(
        batch,
        () => this.take(step),
        (error, failures) => {
          this.onFailure(place, error, failures);
        },
      ).finally(() => this.#stuck.delete(place));
      if (!done) return;
      this.faults.reach('afterEffectBeforeOffset');
      settle(step.messages);
    }
  }

  private async take(step: Step): Promise<void> {
    if (step.kind === 'tell') await this.tell(step.news, step.messages);
    else await this.putAside(step.messages, step.reason, step.detail);
  }

  private async tell(news: News, messages: readonly ReceivedMessage[]): Promise<void> {
    const outcome = await this.#gathering.tell(news);
    this.metrics.told(outcome, news.facts.length);
    if (outcome !== 'closedEarly') return;
    const detail = `The loop of ${news.recipient} has ended though its hazard is not finished`;
    await this.putAside(messages, 'loopClosedEarly', detail);
  }

  private async putAside(
    messages: readonly ReceivedMessage[],
    reason: string,
    detail: string,
  ): Promise<void> {
    for (const message of messages) await this.deadLetters.put(NAME, message, reason, detail);
  }

  private async outcomeOf(news: News): Promise<Outcome> {
    switch (news.to) {
      case 'loop':
        return withHazard(news.hazardNo, () => this.loops.tell(news.hazardNo, news.facts));
      case 'obligation':
        return this.obligations.tell(news.clockId, news.facts);
      case 'month': {
        // All of them ask for the same month.
        const [first] = news.facts;
        return first ? this.months.start(news.kind, first.data) : 'finished';
      }
    }
  }

  private onFailure(place: string, error: unknown, failures: number): void {
    const what = `${place} waits for Temporal (${String(failures)}): ${String(error)}`;
    if (failures >= STUCK_AFTER) this.#stuck.set(place, what);
    this.#log.warn(what);
  }
}

function placeOf({ messages: [first] }: Step): string {
  return first ? `${first.topic}/${String(first.partition)}/${first.offset}` : '';
}

import {
  DeadLetters,
  FaultPoints,
  type MessageBatch,
  MessageBus,
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
import { type News, type Step, stepsOf } from './news.ts';
import { Obligations } from './obligations.ts';

const NAME = 'workflow-worker.bridge';
/** Failures in a row after which readiness calls the bridge stuck. */
const STUCK_AFTER = 3;

/** Kafka → Temporal: tells each workflow the facts it waits for, in the order of their topic; waits while Temporal is away. */
@Injectable()
export class Bridge implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #log = new Logger(Bridge.name);
  /** By partition: what it waits for. */
  readonly #stuck = new Map<string, string>();
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
    for (const step of stepsOf(batch.messages)) {
      const place = `${step.last.topic}/${String(step.last.partition)}`;
      const done = await untilDone(
        batch,
        () => this.take(step),
        (error, failures) => {
          this.onFailure(place, error, failures);
        },
      ).finally(() => this.#stuck.delete(place));
      if (!done) return;
      this.faults.reach('afterEffectBeforeOffset');
      batch.done(step.last);
      await batch.heartbeat();
    }
  }

  private async take(step: Step): Promise<void> {
    if (step.kind === 'putAside') await this.deadLetters.put(NAME, step.last, step.reason, step.detail);
    if (step.kind === 'tell') await this.tell(step.news);
  }

  private async tell(news: News): Promise<void> {
    const outcome = await this.outcomeOf(news);
    this.metrics.told(outcome, news.facts.length);
    if (outcome !== 'closedEarly') return;
    const detail = `The loop of ${news.recipient} has ended though its hazard is not finished`;
    for (const message of news.messages) await this.deadLetters.put(NAME, message, 'loopClosedEarly', detail);
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

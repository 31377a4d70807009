import type { EventOf, EventType } from '@bihuan/contracts';
import { Logger } from '@nestjs/common';
import { serviceActor, type UnitOfWork } from '../../commands/index.ts';
import type { MessageBatch, MessageBus, ReceivedMessage, Subscription } from '../bus/message-bus.ts';
import type { FaultPoints } from '../faults.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { FactConsumer } from './fact-consumer.ts';
import { untilDone } from './patience.ts';
import { PermanentError } from './permanent-error.ts';
import { readFact } from './read-fact.ts';

export interface RunnerParts {
  readonly service: string;
  readonly bus: MessageBus;
  readonly unitOfWork: UnitOfWork;
  readonly deadLetters: DeadLetters;
  readonly faults: FaultPoints;
}

/** Failures in a row after which readiness calls a consumer stuck. */
const STUCK_AFTER = 3;
const HEARTBEAT_EVERY = 20;

/** Runs one consumer: reads, remembers in the inbox, handles, commits, and only then lets the offset go on. */
export class ConsumerRunner {
  readonly #log: Logger;
  readonly #stuck = new Map<string, string>();
  #subscription: Subscription | undefined;

  constructor(
    private readonly consumer: FactConsumer,
    private readonly parts: RunnerParts,
  ) {
    this.#log = new Logger(`Consumer ${consumer.name}`);
  }

  start(): void {
    this.#subscription ??= this.parts.bus.subscribe({
      group: `bihuan.${this.consumer.name}`,
      topics: this.consumer.topics,
      from: 'resume',
      onBatch: (batch) => this.onBatch(batch),
    });
  }

  async stop(): Promise<void> {
    await this.#subscription?.stop();
  }

  /** @throws Error saying what keeps the consumer from its work */
  check(): void {
    if (!this.#subscription?.joined) throw new Error(`${this.consumer.name} has not joined its group`);
    const [first] = this.#stuck.values();
    if (first !== undefined) throw new Error(first);
  }

  private async onBatch(batch: MessageBatch): Promise<void> {
    for (const [index, message] of batch.messages.entries()) {
      const place = `${message.topic}/${message.partition}`;
      const done = await untilDone(
        batch,
        () => this.take(message),
        (error, failures) => {
          this.onFailure(place, message, error, failures);
        },
      ).finally(() => this.#stuck.delete(place));
      if (!done) return;
      this.parts.faults.reach('afterEffectBeforeOffset');
      batch.done(message);
      if (index % HEARTBEAT_EVERY === 0) await batch.heartbeat();
    }
  }

  private async take(message: ReceivedMessage): Promise<void> {
    const { name, types } = this.consumer;
    const read = readFact(message, types);
    if (read.kind === 'passedOver') return;
    if (read.kind === 'invalid') {
      await this.parts.deadLetters.put(name, message, read.reason, read.detail);
      return;
    }
    try {
      await this.handleOnce(read.fact);
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error;
      await this.parts.deadLetters.put(name, message, error.code, error.message);
    }
  }

  private async handleOnce(fact: EventOf<EventType>): Promise<void> {
    const { service, unitOfWork } = this.parts;
    const origin = { actor: serviceActor(service), correlationId: fact.correlationId, causationId: fact.id };
    await unitOfWork.run(origin, async (work) => {
      const fresh = await work.tx.query<unknown[]>(
        `INSERT INTO inbox (consumer, message_id) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1`,
        [this.consumer.name, fact.id],
      );
      if (fresh.length > 0) await this.consumer.handle(work, fact);
    });
  }

  private onFailure(place: string, message: ReceivedMessage, error: unknown, failures: number): void {
    const what = `${place}/${message.offset} waits (${failures}): ${String(error)}`;
    if (failures >= STUCK_AFTER) this.#stuck.set(place, what);
    this.#log.warn(what);
  }
}

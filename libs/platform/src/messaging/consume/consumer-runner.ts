import { Logger } from '@nestjs/common';
import type { UnitOfWork } from '../../commands/index.ts';
import type { MessageBatch, MessageBus, ReceivedMessage, Subscription } from '../bus/message-bus.ts';
import type { FaultPoints } from '../faults.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { FactConsumer } from './fact-consumer.ts';
import { handleFresh } from './handle-fresh.ts';
import { beating, untilDone } from './patience.ts';
import { PermanentError } from './permanent-error.ts';
import { readFact } from './read-fact.ts';
import { Together } from './together.ts';

export interface RunnerParts {
  readonly service: string;
  readonly bus: MessageBus;
  readonly unitOfWork: UnitOfWork;
  readonly deadLetters: DeadLetters;
  readonly faults: FaultPoints;
}

/** Facts that are taken in one transaction at most: their rows stay locked until it ends. */
const MOST_TOGETHER = 200;
/** Failures in a row after which readiness calls a consumer stuck. */
const STUCK_AFTER = 3;
const HEARTBEAT_EVERY = 20;

/** Runs one consumer: reads, remembers in the inbox, handles, commits, and only then lets the offset go on. */
export class ConsumerRunner {
  readonly #log: Logger;
  readonly #stuck = new Map<string, string>();
  readonly #together: Together;
  #subscription: Subscription | undefined;

  constructor(
    private readonly consumer: FactConsumer,
    private readonly parts: RunnerParts,
  ) {
    this.#log = new Logger(`Consumer ${consumer.name}`);
    this.#together = new Together(
      (facts) => handleFresh(consumer, parts, facts),
      MOST_TOGETHER,
      (error, facts) => {
        this.#log.debug(`${facts} facts are not taken together: ${String(error)}`);
      },
    );
  }

  start(): void {
    const { name, topics, gatherMs } = this.consumer;
    this.#subscription ??= this.parts.bus.subscribe({
      group: `bihuan.${name}`,
      topics,
      ...(gatherMs !== undefined && { gatherMs }),
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
    for (let from = 0; from < batch.messages.length && !batch.signal.aborted; from += MOST_TOGETHER) {
      const messages = batch.messages.slice(from, from + MOST_TOGETHER);
      const together = await beating(batch, () => this.takeTogether(messages));
      if (together) for (const message of messages) this.settle(batch, message);
      else if (!(await this.takeSingly(batch, messages))) return;
      await batch.heartbeat();
    }
  }

  /**
   * Takes messages in one transaction, with those that other partitions have at the moment.
   *
   * @returns false where one of them cannot be handled now or ever: nothing that was not repeatable is done then
   */
  private async takeTogether(messages: readonly ReceivedMessage[]): Promise<boolean> {
    const read = messages.map((message) => ({ message, ...readFact(message, this.consumer.types) }));
    const [first, ...others] = read.flatMap((each) => (each.kind === 'fact' ? [each.fact] : []));
    if (first && !(await this.#together.take([first, ...others]))) return false;
    const invalid = read.filter((each) => each.kind === 'invalid');
    return this.putAside(invalid);
  }

  /** @returns false where the batch was aborted before all were taken */
  private async takeSingly(batch: MessageBatch, messages: readonly ReceivedMessage[]): Promise<boolean> {
    for (const [index, message] of messages.entries()) {
      const place = `${message.topic}/${message.partition}`;
      const done = await untilDone(
        batch,
        () => this.take(message),
        (error, failures) => {
          this.onFailure(place, message, error, failures);
        },
      ).finally(() => this.#stuck.delete(place));
      if (!done) return false;
      this.settle(batch, message);
      if (index % HEARTBEAT_EVERY === 0) await batch.heartbeat();
    }
    return true;
  }

  /** @returns false where the broker could not take one of them */
  private async putAside(
    invalid: readonly { message: ReceivedMessage; reason: string; detail: string }[],
  ): Promise<boolean> {
    try {
      for (const { message, reason, detail } of invalid)
        await this.parts.deadLetters.put(this.consumer.name, message, reason, detail);
      return true;
    } catch (error) {
      this.#log.debug(`${invalid.length} messages are put aside one by one: ${String(error)}`);
      return false;
    }
  }

  private settle(batch: MessageBatch, message: ReceivedMessage): void {
    this.parts.faults.reach('afterEffectBeforeOffset');
    batch.done(message);
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
      await handleFresh(this.consumer, this.parts, [read.fact]);
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error;
      await this.parts.deadLetters.put(name, message, error.code, error.message);
    }
  }

  private onFailure(place: string, message: ReceivedMessage, error: unknown, failures: number): void {
    const what = `${place}/${message.offset} waits (${failures}): ${String(error)}`;
    if (failures >= STUCK_AFTER) this.#stuck.set(place, what);
    this.#log.warn(what);
  }
}

import { Injectable, Logger } from '@nestjs/common';
import { MessageBus, type ReceivedMessage } from '../bus/message-bus.ts';
import { ConsumerMetrics } from './consumer-metrics.ts';

/** Puts aside messages that can never be handled, unchanged, with the reason beside them. */
@Injectable()
export class DeadLetters {
  readonly #log = new Logger(DeadLetters.name);

  constructor(
    private readonly bus: MessageBus,
    private readonly metrics: ConsumerMetrics,
  ) {}

  async put(consumer: string, message: ReceivedMessage, reason: string, detail: string): Promise<void> {
    const { topic, partition, offset, key, value } = message;
    const headers = {
      reason,
      detail: detail.slice(0, 1_000),
      consumer,
      topic,
      partition: String(partition),
      offset,
    };
    await this.bus.publish([{ topic: 'deadLetter', key: key ?? '', value: value ?? '', headers }]);
    this.metrics.deadLetter(consumer, reason);
    this.#log.error(`${consumer} cannot handle ${topic}/${partition}/${offset} (${reason}): ${detail}`);
  }
}

import { Injectable } from '@nestjs/common';
import { Counter, Registry } from 'prom-client';

/** What consumers could not handle. */
@Injectable()
export class ConsumerMetrics {
  readonly #deadLetters: Counter<'consumer' | 'reason'>;

  constructor(registry: Registry) {
    this.#deadLetters = new Counter({
      name: 'bihuan_dead_letters_total',
      help: 'Messages put aside because they can never be handled',
      labelNames: ['consumer', 'reason'],
      registers: [registry],
    });
  }

  deadLetter(consumer: string, reason: string): void {
    this.#deadLetters.inc({ consumer, reason });
  }
}

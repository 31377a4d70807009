import { Injectable } from '@nestjs/common';
import { Counter, Registry } from 'prom-client';
import type { Outcome } from './loops.ts';

/** What the bridge did with facts. */
@Injectable()
export class BridgeMetrics {
  readonly #facts: Counter<'outcome'>;

  constructor(registry: Registry) {
    this.#facts = new Counter({
      name: 'bihuan_bridge_facts_total',
      help: 'Facts told to workflows; finished: it had ended as it should; closedEarly: it had not',
      labelNames: ['outcome'],
      registers: [registry],
    });
  }

  told(outcome: Outcome, facts: number): void {
    this.#facts.inc({ outcome }, facts);
  }
}

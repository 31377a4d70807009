import { Injectable } from '@nestjs/common';
import { Counter, Registry } from 'prom-client';
import type { Told } from './loops.ts';

/** What the bridge did with facts. */
@Injectable()
export class BridgeMetrics {
  readonly #facts: Counter<'outcome'>;

  constructor(registry: Registry) {
    this.#facts = new Counter({
      name: 'bihuan_bridge_facts_total',
      help: 'Facts told to loops; finished: the loop had ended as it should; closedEarly: it had not',
      labelNames: ['outcome'],
      registers: [registry],
    });
  }

  told(outcome: Told, facts: number): void {
    this.#facts.inc({ outcome }, facts);
  }
}

import { Injectable } from '@nestjs/common';
import { Counter, Registry } from 'prom-client';

@Injectable()
export class ClockMetrics {
  readonly #unheard: Counter;

  constructor(registry: Registry) {
    this.#unheard = new Counter({
      name: 'bihuan_clocks_unheard_total',
      help: 'Clocks whose wake-up passed and that nobody asked about; their fact was sent again',
      registers: [registry],
    });
  }

  unheard(count: number): void {
    this.#unheard.inc(count);
  }
}

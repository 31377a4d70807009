import { Injectable } from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import type { OutboxBacklog } from './outbox-rows.ts';

/** What waits in the outbox, as the relay sees it while it leads; zero while another one does. */
@Injectable()
export class OutboxMetrics {
  readonly #unsent: Gauge;
  readonly #parked: Gauge;
  readonly #oldest: Gauge;

  constructor(registry: Registry) {
    const registers = [registry];
    this.#unsent = new Gauge({
      name: 'bihuan_outbox_unsent',
      help: 'Messages waiting for the relay',
      registers,
    });
    this.#parked = new Gauge({
      name: 'bihuan_outbox_parked',
      help: 'Messages the broker refuses for good',
      registers,
    });
    this.#oldest = new Gauge({
      name: 'bihuan_outbox_oldest_seconds',
      help: 'Age of the oldest message that was not sent',
      registers,
    });
  }

  set({ unsent, parked, oldestSeconds }: OutboxBacklog): void {
    this.#unsent.set(unsent);
    this.#parked.set(parked);
    this.#oldest.set(oldestSeconds);
  }
}

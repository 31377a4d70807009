import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type RunningPart, stopInOrder } from './running-part.ts';

/**
 * The parts of a process in the order in which they stop: whoever makes work first, whoever carries it away
 * after that, the connections last. They start the other way round.
 */
@Injectable()
export class ServiceLifecycle implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(private readonly partsInStopOrder: () => readonly RunningPart[]) {}

  #parts: readonly RunningPart[] = [];

  onApplicationBootstrap(): void {
    this.#parts = this.partsInStopOrder();
    for (const part of this.#parts.toReversed()) part.start?.();
  }

  /** Nest calls this when the HTTP server has answered its last request. */
  async onApplicationShutdown(): Promise<void> {
    await stopInOrder(this.#parts);
  }
}

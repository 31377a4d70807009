import type { ReceivedMessage } from '@bihuan/platform/messaging';

/** How far a batch is done whose messages are not done in their order. */
export class Progress {
  readonly #settled = new Set<ReceivedMessage>();
  #next = 0;

  constructor(private readonly messages: readonly ReceivedMessage[]) {}

  /** @returns the last message up to which all are done; undefined where that is none, or no further than before */
  settle(messages: readonly ReceivedMessage[]): ReceivedMessage | undefined {
    for (const message of messages) this.#settled.add(message);
    let last: ReceivedMessage | undefined;
    for (;;) {
      const next = this.messages[this.#next];
      if (!next || !this.#settled.has(next)) return last;
      last = next;
      this.#next += 1;
    }
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import type { ReferenceItem } from '@bihuan/contracts';
import { Injectable, Logger } from '@nestjs/common';
import {
  DeadLetters,
  MessageBus,
  type MessageBatch,
  readFact,
  type ReceivedMessage,
  type Subscription,
  untilDone,
} from '../messaging/index.ts';
import { readItem } from './read-item.ts';
import { ReferenceBook } from './reference-book.ts';
import { ReferenceStore } from './reference-store.ts';

const CONSUMER = 'reference';
/** How soon a process notices what another one of the same service has copied. */
const LOOK_MS = 2_000;

export abstract class CopySettings {
  abstract readonly service: string;
}

/** Keeps this service's copies of reference data: the compacted topic is read from its beginning at every start. */
@Injectable()
export class ReferenceCopy {
  readonly #log = new Logger(ReferenceCopy.name);
  readonly #stopping = new AbortController();
  #subscription: Subscription | undefined;
  #looking: Promise<void> | undefined;
  /** Places of messages this process has put aside: every replay brings them again. */
  readonly #putAside = new Set<string>();
  #edition: string | undefined;

  constructor(
    private readonly settings: CopySettings,
    private readonly bus: MessageBus,
    private readonly store: ReferenceStore,
    private readonly book: ReferenceBook,
    private readonly deadLetters: DeadLetters,
  ) {}

  start(): void {
    this.#looking ??= this.look();
    this.#subscription ??= this.bus.subscribe({
      group: `bihuan.${this.settings.service}.${CONSUMER}`,
      topics: ['reference'],
      from: 'replay',
      onBatch: (batch) => this.onBatch(batch),
    });
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#subscription?.stop();
    await this.#looking;
  }

  private async onBatch(batch: MessageBatch): Promise<void> {
    const done = await untilDone(
      batch,
      () => this.take(batch.messages),
      (error) => {
        this.#log.warn(`Reference data waits: ${String(error)}`);
      },
    );
    const last = batch.messages.at(-1);
    if (done && last) batch.done(last);
  }

  private async take(messages: readonly ReceivedMessage[]): Promise<void> {
    const items: ReferenceItem[] = [];
    for (const message of messages) {
      const read = readFact(message, ['reference.changed']);
      if (read.kind === 'passedOver') continue;
      const item = read.kind === 'invalid' ? read : readItem(read.fact);
      if (item.kind === 'item') items.push(item.item);
      else if (item.kind === 'invalid') await this.putAside(message, item.detail);
    }
    if ((await this.store.keep(items)) > 0 || this.#edition === undefined) await this.refresh();
  }

  private async putAside(message: ReceivedMessage, detail: string): Promise<void> {
    const place = `${message.partition}/${message.offset}`;
    if (this.#putAside.has(place)) return;
    await this.deadLetters.put(`${this.settings.service}.${CONSUMER}`, message, 'dataInvalid', detail);
    this.#putAside.add(place);
  }

  private async look(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.refresh().catch((error: unknown) => {
        this.#log.warn(`The copies could not be read: ${String(error)}`);
      });
      await pause(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async refresh(): Promise<void> {
    const edition = await this.store.edition();
    if (edition === this.#edition) return;
    const wasReady = this.book.ready();
    this.book.replace(await this.store.all());
    this.#edition = edition;
    if (!wasReady && this.book.ready()) this.#log.log('Reference data is complete');
  }
}

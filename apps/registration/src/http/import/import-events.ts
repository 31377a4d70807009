import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Language } from '@bihuan/platform/errors';
import { hasEnded, importReply } from '../../domain/import/import-views.ts';
import { Imports } from '../../persistence/import/imports.repository.ts';

const LOOK_MS = 500;
/** Well within the 30 s in which the gateway must hear something. */
const HEARTBEAT_MS = 10_000;

/** The progress of an import as server-sent events (HTML standard, 9.2). */
@Injectable()
export class ImportEvents implements OnModuleDestroy {
  readonly #stopping = new AbortController();

  constructor(private readonly imports: Imports) {}

  onModuleDestroy(): void {
    this.#stopping.abort();
  }

  /**
   * An event `progress` with the import whenever something has changed, up to and with its end. The import may be at
   * work in another process: its row is looked at.
   */
  async *of(id: string, language: Language): AsyncGenerator<string> {
    const { signal } = this.#stopping;
    let told = '';
    let toldAt = performance.now();
    while (!signal.aborted) {
      const row = await this.imports.get(id);
      const data = JSON.stringify(importReply(row, language));
      const news = data !== told;
      if (news) yield `event: progress\ndata: ${data}\n\n`;
      else if (performance.now() - toldAt >= HEARTBEAT_MS) yield ': still at work\n\n';
      if (news || performance.now() - toldAt >= HEARTBEAT_MS) toldAt = performance.now();
      told = data;
      if (hasEnded(row)) return;
      await pause(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type { ReadinessPart } from './readiness-part.ts';

const CHECK_MS = 2_000;

/** What `/readyz` answers. */
export interface ReadinessReport {
  readonly status: 'ready' | 'notReady';
  readonly parts: Readonly<Record<string, 'ready' | 'notReady'>>;
  /** Names of the parts that are not ready. */
  readonly notReady: readonly string[];
}

/** Whether the service can do its work now; parts register themselves. */
@Injectable()
export class Readiness implements OnModuleDestroy {
  readonly #parts: ReadinessPart[] = [];
  /** Names that were not ready last time: reasons are logged when they arise, not at every probe. */
  readonly #failing = new Set<string>();
  readonly #logger = new Logger(Readiness.name);
  #stopping = false;

  register(part: ReadinessPart): void {
    this.#parts.push(part);
  }

  async report(): Promise<ReadinessReport> {
    const checked = await Promise.all(
      this.#parts.map(async (part) => [part.name, await this.isReady(part)] as const),
    );
    const states = this.#stopping ? [...checked, ['running', false] as const] : checked;
    const notReady = states.filter(([, ready]) => !ready).map(([name]) => name);
    return {
      status: notReady.length === 0 ? 'ready' : 'notReady',
      parts: Object.fromEntries(states.map(([name, ready]) => [name, ready ? 'ready' : 'notReady'])),
      notReady,
    };
  }

  /** From the beginning of the shutdown no new work is to be sent here. */
  onModuleDestroy(): void {
    this.#stopping = true;
  }

  private async isReady(part: ReadinessPart): Promise<boolean> {
    try {
      await within(CHECK_MS, part.check());
      if (this.#failing.delete(part.name)) this.#logger.log(`${part.name} is ready again`);
      return true;
    } catch (error) {
      if (!this.#failing.has(part.name)) this.#logger.warn({ err: error, msg: `${part.name} is not ready` });
      this.#failing.add(part.name);
      return false;
    }
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no answer within ${ms} ms`));
    }, ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

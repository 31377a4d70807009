import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ServiceConfig } from '../config/index.ts';
import { AuditConfig } from './audit-config.ts';
import { sealBatch } from './seal-batch.ts';

const EVERY_MS = 800;
const BATCH = 1_000;

/**
 * Seals the audit trail within a second of each commit, in batches. A chain inside the command's own
 * transaction would let one command of the service run at a time.
 */
@Injectable()
export class Sealer {
  readonly #log = new Logger(Sealer.name);
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly service: ServiceConfig,
    private readonly audit: AuditConfig,
  ) {}

  start(): void {
    this.#running ??= this.run();
  }

  /** Seals what is left, then stops. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  private async run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await this.seal();
      await pause(EVERY_MS, undefined, { signal }).catch(() => undefined);
    }
    await this.seal();
  }

  private async seal(): Promise<void> {
    const settings = { service: this.service.service, key: this.audit.signingJwk, limit: BATCH };
    try {
      while ((await sealBatch(this.dataSource, settings)) === BATCH);
    } catch (error) {
      this.#log.warn(`The audit trail waits to be sealed: ${String(error)}`);
    }
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import type { TemporalConfig } from '../config/index.ts';
import { installTemporalRuntime } from '../temporal-runtime/index.ts';
import { writeTo } from './runtime-log.ts';

const RETRY_MS = 2_000;

/**
 * Ten processes share one small machine: few pollers, few cached runs. A crowd of deadlines wakes hundreds of runs at
 * once: each has two tasks one behind the other, and is replayed in between where the cache could not keep it, or where
 * it had to wait for longer than the server lets it wait for its own worker.
 */
const lean = {
  maxConcurrentActivityTaskPolls: 2,
  maxConcurrentWorkflowTaskPolls: 4,
  maxConcurrentActivityTaskExecutions: 20,
  maxConcurrentWorkflowTaskExecutions: 20,
  maxCachedWorkflows: 600,
  stickyQueueScheduleToStartTimeout: '20 seconds',
  shutdownGraceTime: '8 seconds',
  shutdownForceTime: '10 seconds',
} as const satisfies Partial<WorkerOptions>;

export type PatientWorkerOptions = Omit<
  WorkerOptions,
  'connection' | 'namespace' | 'taskQueue' | keyof typeof lean
>;

/** A Temporal worker that comes up whenever Temporal does: while it is away the process goes on, and readiness tells. */
export class PatientWorker {
  readonly #log: Logger;
  readonly #stopping = new AbortController();
  #worker: Worker | undefined;
  #ended: Promise<void> | undefined;

  /** @param options asked for when the worker starts */
  constructor(
    private readonly config: TemporalConfig,
    private readonly taskQueue: string,
    private readonly options: () => PatientWorkerOptions,
  ) {
    this.#log = new Logger(`Temporal worker ${taskQueue}`);
  }

  start(): void {
    installTemporalRuntime(writeTo(new Logger('Temporal')));
    this.#ended ??= this.keepRunning(this.options());
  }

  /** Takes no more tasks and waits, at most ten seconds, for those at work. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    if (this.#worker?.getState() === 'RUNNING') this.#worker.shutdown();
    await this.#ended;
  }

  /** @throws Error where the worker is not polling its queue */
  check(): void {
    const state = this.#worker?.getState() ?? 'not connected';
    if (state !== 'RUNNING') throw new Error(`The worker on ${this.taskQueue} is ${state}`);
  }

  private async keepRunning(options: PatientWorkerOptions): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        await this.runOnce(options);
      } catch (error) {
        this.#log.warn(`Not running, trying again: ${String(error)}`);
      }
      this.#worker = undefined;
      await pause(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async runOnce(options: PatientWorkerOptions): Promise<void> {
    const { address, namespace } = this.config;
    const { taskQueue } = this;
    const connection = await NativeConnection.connect({ address });
    try {
      this.#worker = await Worker.create({ ...lean, ...options, connection, namespace, taskQueue });
      const run = this.#worker.run();
      if (this.#stopping.signal.aborted) this.#worker.shutdown();
      await run;
    } finally {
      await connection.close();
    }
  }
}

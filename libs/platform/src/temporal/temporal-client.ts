import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection, type ScheduleClient, type WorkflowClient } from '@temporalio/client';
import { TemporalConfig } from '../config/index.ts';

const CHECK_LIMIT_MS = 1_500;
const CALL_LIMIT_MS = 3_000;

/** The process's connection to Temporal: made at the first call, and again whenever it was lost. */
@Injectable()
export class TemporalClient implements OnApplicationShutdown {
  readonly namespace: string;
  readonly #connection: Connection;
  readonly #client: Client;
  /** Calls that were not answered yet: a channel that is closed under one of them throws at nobody. */
  readonly #underWay = new Set<Promise<unknown>>();

  constructor({ address, namespace }: TemporalConfig) {
    this.namespace = namespace;
    this.#connection = Connection.lazy({ address });
    this.#client = new Client({ connection: this.#connection, namespace });
  }

  get workflow(): WorkflowClient {
    return this.#client.workflow;
  }

  /**
   * A call that has three seconds in all, so that whoever must go on meanwhile can.
   *
   * @throws what Temporal answers, or that it did not answer in time
   */
  briefly<T>(call: (workflow: WorkflowClient) => Promise<T>): Promise<T> {
    return this.within(CALL_LIMIT_MS, () => call(this.workflow));
  }

  /** The same for a call about schedules. */
  brieflyOnSchedules<T>(call: (schedule: ScheduleClient) => Promise<T>): Promise<T> {
    return this.within(CALL_LIMIT_MS, () => call(this.#client.schedule));
  }

  /** @throws where Temporal does not answer within 1.5 s, or does not know the namespace */
  async check(): Promise<void> {
    const { namespace } = this;
    await this.within(CHECK_LIMIT_MS, () =>
      this.#connection.workflowService.describeNamespace({ namespace }),
    );
  }

  /** Waits for calls under way, three seconds at most. */
  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled(this.#underWay);
    await this.#connection.close();
  }

  private async within<T>(milliseconds: number, call: () => Promise<T>): Promise<T> {
    const asked = this.#connection.withDeadline(Date.now() + milliseconds, call);
    this.#underWay.add(asked);
    try {
      return await asked;
    } finally {
      this.#underWay.delete(asked);
    }
  }
}

import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { TemporalConfig } from '../config/index.ts';
import { activityInterceptors } from './activity-interceptors.ts';
import { PatientWorker } from './patient-worker.ts';

type Activities = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

/** Answers what workflows ask of a service. Started once the application is up, drained before it closes. */
export class ActivityWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #worker: PatientWorker | undefined;

  constructor(
    private readonly config: TemporalConfig,
    private readonly queue: string,
    private readonly activities: () => Activities,
  ) {}

  onApplicationBootstrap(): void {
    this.#worker = new PatientWorker(this.config, {
      taskQueue: this.queue,
      activities: this.activities(),
      interceptors: { activity: [activityInterceptors] },
    });
    this.#worker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#worker?.stop();
  }

  /** @throws where the worker is not polling its queue */
  check(): void {
    if (this.#worker === undefined) throw new Error(`The worker on ${this.queue} has not been started`);
    this.#worker.check();
  }
}

/** The named methods of a provider, bound to it. */
export function activitiesOf<T extends object>(provider: T, names: readonly (keyof T & string)[]): Activities {
  return Object.fromEntries(
    names.map((name) => {
      const method = provider[name];
      if (typeof method !== 'function') throw new Error(`${name} is not a method of the activities`);
      return [name, method.bind(provider) as Activities[string]];
    }),
  );
}

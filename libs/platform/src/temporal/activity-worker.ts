import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { PatientWorker } from './patient-worker.ts';

type Activities = Readonly<Record<string, (...args: never[]) => Promise<unknown>>>;

/** Answers what workflows ask of a service. Started once the application is up, drained before it closes. */
export class ActivityWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly worker: PatientWorker) {}

  onApplicationBootstrap(): void {
    this.worker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.worker.stop();
  }

  /** @throws Error where it is not polling its queue */
  check(): void {
    this.worker.check();
  }
}

/** The named methods of a provider, bound to it. */
export function activitiesOf(provider: object, names: readonly string[]): Activities {
  return Object.fromEntries(
    names.map((name) => {
      const method: unknown = Reflect.get(provider, name);
      if (typeof method !== 'function') throw new Error(`${name} is not a method of the activities`);
      return [name, method.bind(provider) as Activities[string]];
    }),
  );
}

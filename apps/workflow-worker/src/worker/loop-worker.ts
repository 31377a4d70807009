import { taskQueues } from '@bihuan/contracts';
import { TemporalConfig } from '@bihuan/platform/config';
import { Readiness } from '@bihuan/platform/observability';
import { PatientWorker, TemporalClient, TemporalReadiness } from '@bihuan/platform/temporal';
import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';

/** The file with the workflows' code. */
export abstract class WorkflowBundle {
  abstract readonly codePath: string;
}

/** Runs the workflows. */
@Injectable()
export class LoopWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #worker: PatientWorker;

  constructor(
    config: TemporalConfig,
    { codePath }: WorkflowBundle,
    temporal: TemporalClient,
    readiness: Readiness,
  ) {
    this.#worker = new PatientWorker(config, taskQueues.workflows, () => ({
      workflowBundle: { codePath },
      enableNonLocalActivities: false,
    }));
    readiness.register(new TemporalReadiness(temporal));
    readiness.register({
      name: 'workflows',
      check: () =>
        Promise.resolve().then(() => {
          this.#worker.check();
        }),
    });
  }

  onApplicationBootstrap(): void {
    this.#worker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#worker.stop();
  }
}

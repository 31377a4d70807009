import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
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
      workerDeploymentOptions: {
        version: { deploymentName: 'bihuan', buildId: buildOf(codePath) },
        useWorkerVersioning: false,
      },
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

const BUILD_DIGITS = 12;

/** Which code a worker runs. Every task of a history names it: the default is three times as long as all else in it. */
function buildOf(codePath: string): string {
  return createHash('sha256').update(readFileSync(codePath)).digest('hex').slice(0, BUILD_DIGITS);
}

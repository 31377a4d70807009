import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PatientWorker, type PatientWorkerOptions } from '@bihuan/platform/temporal';
import { bundleWorkflowSources } from '@bihuan/platform/temporal-runtime';

const LOOK_MS = 50;
/** As short a name of the code as the product's worker has: every task of a history names it. */
const BUILD = '0'.repeat(12);

/** What a bare workflow runs with. */
export interface BareWork extends Required<Pick<PatientWorkerOptions, 'activities' | 'sinks'>> {
  readonly taskQueue: string;
  /** The bundle of the workflow. */
  readonly codePath: string;
}

/** A worker for a bare workflow, of the kind that the product runs its own with; it takes tasks already. */
export async function bareWorker(
  temporal: { readonly address: string; readonly namespace: string },
  { taskQueue, codePath, activities, sinks }: BareWork,
): Promise<PatientWorker> {
  const worker = new PatientWorker(temporal, taskQueue, () => ({
    workflowBundle: { codePath },
    workerDeploymentOptions: {
      version: { deploymentName: 'bare', buildId: BUILD },
      useWorkerVersioning: false,
    },
    ...{ activities, sinks },
  }));
  worker.start();
  while (!isRunning(worker)) await pause(LOOK_MS);
  return worker;
}

function isRunning(worker: PatientWorker): boolean {
  try {
    worker.check();
    return true;
  } catch {
    return false;
  }
}

/** Bundles a bare workflow, lets the bundle be used, and takes it away. */
export async function withBundle<T>(workflow: URL, use: (codePath: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'bihuan-bare-'));
  try {
    const codePath = join(directory, 'bundle.js');
    const sources = { workflowsPath: fileURLToPath(workflow), interceptorModules: [] };
    await writeFile(codePath, await bundleWorkflowSources(sources));
    return await use(codePath);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

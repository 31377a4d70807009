import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { PatientWorker } from '@bihuan/platform/temporal';
import { bundleWorkflowSources } from '@bihuan/platform/temporal-runtime';
import { serveUntilEnded } from '../harness/child.ts';
import type { BareActivities } from './bare.workflow.ts';

/** Runs bare workflows, with the worker that the product runs its own with. */
export interface BareWorkerJob {
  readonly temporal: { readonly address: string; readonly namespace: string };
  readonly taskQueue: string;
  /** Where the bundle is put. */
  readonly codePath: string;
}

const activities: BareActivities = { load: (id) => Promise.resolve(id) };

serveUntilEnded<BareWorkerJob>(async ({ temporal, taskQueue, codePath }) => {
  const workflowsPath = fileURLToPath(new URL('bare.workflow.ts', import.meta.url));
  await writeFile(codePath, await bundleWorkflowSources({ workflowsPath, interceptorModules: [] }));
  const worker = new PatientWorker(temporal, taskQueue, () => ({ workflowBundle: { codePath }, activities }));
  worker.start();
  return () => worker.stop();
});

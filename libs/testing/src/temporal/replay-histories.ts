import { readdir, readFile } from 'node:fs/promises';
import type { WorkflowSources } from '@bihuan/platform/temporal-runtime';
import { Worker } from '@temporalio/worker';
import { quietRuntime } from './quiet-runtime.ts';
import { sharedWorkflowBundle } from './workflow-bundle.ts';

/** Replays every stored history of a directory with a workflow's code. @returns what it comes to, by file */
export async function replayHistories(
  directory: string,
  workflow: WorkflowSources,
): Promise<Record<string, Error | undefined>> {
  quietRuntime();
  const files = (await readdir(directory)).filter((name) => name.endsWith('.json'));
  const histories = await Promise.all(
    files.map(async (name) => ({
      workflowId: name,
      history: JSON.parse(await readFile(`${directory}/${name}`, 'utf8')) as unknown,
    })),
  );
  const workflowBundle = await sharedWorkflowBundle(workflow);
  const errors: Record<string, Error | undefined> = {};
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories))
    errors[workflowId] = error;
  return errors;
}

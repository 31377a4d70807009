import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { quietRuntime, sharedWorkflowBundle } from '@bihuan/testing/temporal';
import { Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

let histories: { name: string; workflowId: string; history: unknown }[];

beforeAll(async () => {
  quietRuntime();
  const files = (await readdir(path('./__histories__'))).filter((name) => name.endsWith('.json'));
  histories = await Promise.all(
    files.map(async (name) => ({
      name,
      workflowId: name,
      history: JSON.parse(await readFile(path(`./__histories__/${name}`), 'utf8')) as unknown,
    })),
  );
});

/** What replaying the stored histories with a workflow's code comes to, by file. */
async function replay(workflow: string): Promise<Record<string, Error | undefined>> {
  const workflowBundle = await sharedWorkflowBundle({
    workflowsPath: path(workflow),
    interceptorModules: [],
  });
  const errors: Record<string, Error | undefined> = {};
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories))
    errors[workflowId] = error;
  return errors;
}

describe('histories of real runs', () => {
  it('are there: a month whose edition was public, and one that waited', () => {
    expect(histories.map(({ name }) => name.replace(/\..*/, ''))).toEqual(
      expect.arrayContaining(['plain', 'waited']),
    );
  });

  it('replay clean with the workflow as it is', async () => {
    const errors = await replay('./monthly-assessment.workflow.ts');
    expect(errors).toEqual(Object.fromEntries(histories.map(({ name }) => [name, undefined])));
  });

  it('catch a workflow that was changed without care', async () => {
    const errors = Object.values(await replay('./__fixtures__/changed-month.workflow.ts'));
    expect(errors).toHaveLength(histories.length);
    for (const error of errors) expect(error).toBeInstanceOf(DeterminismViolationError);
  });
});

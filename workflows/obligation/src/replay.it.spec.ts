import { fileURLToPath } from 'node:url';
import { replayHistories } from '@bihuan/testing/temporal';
import { describe, expect, it } from '@jest/globals';
import { DeterminismViolationError } from '@temporalio/workflow';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const replay = (workflow: string) =>
  replayHistories(path('./__histories__'), {
    workflowsPath: path(workflow),
    interceptorModules: [path('../../hazard-loop/src/interceptors.ts')],
  });

describe('histories of real runs', () => {
  it('replay clean with the workflow as it is', async () => {
    const errors = await replay('./obligation.workflow.ts');
    const names = Object.keys(errors).map((name) => name.replace(/\..*/, ''));
    expect(names).toEqual(expect.arrayContaining(['late', 'continued-1', 'continued-2']));
    expect(Object.values(errors)).toEqual(names.map(() => undefined));
  });

  it('catch a workflow that was changed without care', async () => {
    const errors = Object.values(await replay('./__fixtures__/changed.workflow.ts'));
    expect(errors.length).toBeGreaterThan(0);
    for (const error of errors) expect(error).toBeInstanceOf(DeterminismViolationError);
  });
});

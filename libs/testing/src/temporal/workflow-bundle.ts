import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflowSources, type WorkflowSources } from '@bihuan/platform/temporal-runtime';
import { bundleKey } from './bundle-key.ts';

/**
 * The bundle of a workflow's sources, made once per state of the sources and kept in a file, so that test files share it.
 *
 * @returns what a test's worker takes as its bundle
 */
export async function sharedWorkflowBundle(workflow: WorkflowSources): Promise<{ codePath: string }> {
  const directory = join(tmpdir(), 'bihuan-workflow-bundles');
  const codePath = join(directory, `${await bundleKey(workflow)}.js`);
  if (!(await exists(codePath))) {
    await mkdir(directory, { recursive: true });
    const draft = `${codePath}.${String(process.pid)}`;
    await writeFile(draft, await bundleWorkflowSources(workflow));
    await rename(draft, codePath);
  }
  return { codePath };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

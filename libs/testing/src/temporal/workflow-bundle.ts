import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowSources, type WorkflowSources } from '@bihuan/platform/temporal-runtime';

const checkout = fileURLToPath(new URL('../../../../', import.meta.url));
const libraries = ['libs/process-core/src', 'libs/contracts/src'].map((path) => join(checkout, path));

/**
 * The bundle of a workflow's sources, made once per state of the sources and kept in a file, so that test files share it.
 *
 * @returns what a test's worker takes as its bundle
 */
export async function sharedWorkflowBundle(workflow: WorkflowSources): Promise<{ codePath: string }> {
  const directory = join(tmpdir(), 'bihuan-workflow-bundles');
  const codePath = join(directory, `${await keyOf(workflow)}.js`);
  if (!(await exists(codePath))) {
    await mkdir(directory, { recursive: true });
    const draft = `${codePath}.${String(process.pid)}`;
    await writeFile(draft, await bundleWorkflowSources(workflow));
    await rename(draft, codePath);
  }
  return { codePath };
}

async function keyOf(workflow: WorkflowSources): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(workflow));
  for (const directory of [dirname(workflow.workflowsPath), ...libraries])
    for (const path of (await readdir(directory, { recursive: true })).sort())
      if (path.endsWith('.ts') && !path.endsWith('.spec.ts'))
        hash.update(path).update(await readFile(join(directory, path)));
  return hash.digest('hex').slice(0, 24);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

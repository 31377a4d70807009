import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorkflowSources } from '@bihuan/platform/temporal-runtime';

const checkout = fileURLToPath(new URL('../../../../', import.meta.url));
const libraries = ['libs/process-core/src', 'libs/contracts/src'].map((path) => join(checkout, path));
/** A file may export the workflows of all packages. */
const workflowPackages = join(checkout, 'workflows');
/** What makes the bundle, and the versions of all that is packed into it. */
const makers = ['libs/platform/src/temporal-runtime/workflow-bundle.ts', 'package-lock.json'];

/** A name for the state of everything that a workflow's bundle is made of. */
export async function bundleKey(workflow: WorkflowSources): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(workflow));
  for (const path of await bundleInputs(workflow)) hash.update(path).update(await readFile(path));
  return hash.digest('hex').slice(0, 24);
}

/** Files that decide what a workflow's bundle holds: all sources of its package, of all workflows and of the libraries, and the makers. */
export async function bundleInputs({ workflowsPath }: WorkflowSources): Promise<string[]> {
  const packages = await readdir(workflowPackages);
  const workflows = packages.map((name) => join(workflowPackages, name, 'src'));
  const own = join(await packageOf(workflowsPath), 'src');
  const directories = [...new Set([own, ...workflows, ...libraries])];
  const sources = await Promise.all(directories.map(sourcesIn));
  return [...sources.flat(), ...makers.map((path) => join(checkout, path))];
}

async function sourcesIn(directory: string): Promise<string[]> {
  const paths = await readdir(directory, { recursive: true });
  return paths
    .filter(isSource)
    .sort()
    .map((path) => join(directory, path));
}

/** The boundaries' own test puts a `trespass-…` file into sources for a moment: no workflow imports it. */
function isSource(path: string): boolean {
  return path.endsWith('.ts') && !path.endsWith('.spec.ts') && !basename(path).startsWith('trespass-');
}

async function packageOf(path: string): Promise<string> {
  const directory = dirname(path);
  if (directory === path) throw new Error('A workflow stands in a package');
  const found = await stat(join(directory, 'package.json')).catch(() => undefined);
  return found ? directory : packageOf(directory);
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bundleInputs, bundleKey } from './bundle-key.ts';

let root: string;
const write = (path: string, text = '') => writeFile(join(root, path), text);
const workflow = () => ({
  workflowsPath: join(root, 'src/__fixtures__/a.workflow.ts'),
  interceptorModules: [],
});

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bihuan-bundle-key-'));
  await mkdir(join(root, 'src/__fixtures__'), { recursive: true });
  await write('package.json', '{}');
  await write('src/__fixtures__/a.workflow.ts');
  await write('src/helper.ts');
});
afterEach(() => rm(root, { recursive: true }));

describe('the key of a bundle', () => {
  it('covers the whole package of the workflow, the libraries, the bundler and the installed versions', async () => {
    const inputs = (await bundleInputs(workflow())).map((path) => path.split(sep).join('/'));
    for (const end of [
      'src/__fixtures__/a.workflow.ts',
      'src/helper.ts',
      'libs/process-core/src/hazard/evolve.ts',
      'libs/contracts/src/loop/loop.ts',
      'libs/platform/src/temporal-runtime/workflow-bundle.ts',
      'package-lock.json',
    ])
      expect(inputs).toContainEqual(expect.stringMatching(new RegExp(`/${end}$`)));
  });

  it('differs as soon as a helper does, also for a workflow among the fixtures', async () => {
    const before = await bundleKey(workflow());
    await write('src/helper.ts', 'export const changed = true;');
    expect(await bundleKey(workflow())).not.toBe(before);
  });

  it('takes no notice of specs and of files that stand there for a moment only', async () => {
    const before = await bundleKey(workflow());
    await write('src/helper.spec.ts');
    await write('src/trespass-1.ts');
    expect(await bundleKey(workflow())).toBe(before);
  });
});

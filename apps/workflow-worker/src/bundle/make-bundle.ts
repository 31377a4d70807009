import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowSources } from '@bihuan/platform/temporal-runtime';
import { builtBundle } from './built-bundle.ts';

/** Part of the build: the workflows as one file, which the worker runs. */
const pathOf = (module: string) => fileURLToPath(import.meta.resolve(module));

const code = await bundleWorkflowSources({
  workflowsPath: fileURLToPath(new URL('./workflows.js', import.meta.url)),
  interceptorModules: [pathOf('@bihuan/hazard-loop/interceptors')],
});
await writeFile(builtBundle, code);

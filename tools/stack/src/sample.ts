import { join } from 'node:path';
import { checkout } from './checkout.ts';
import { markSampleLoaded, type Deployment } from './provision/deployment.ts';
import { run } from './process/run.ts';
import type { Step } from './report/steps.ts';

const loader = join(checkout.root, 'tools/sample/src/load.ts');

/**
 * Imports the sample ledger through the public API like any user, and has its past months published; marked as done
 * only when all of it went in.
 */
export function sampleStep(environment: Readonly<Record<string, string>>, deployment: Deployment): Step {
  return {
    title: 'Sample ledger',
    plainIntervalMs: 1_000,
    run: async (report) => {
      const said = await run(process.execPath, ['--conditions=@bihuan/source', loader], {
        title: 'The sample loader',
        env: { ...process.env, ...environment },
        cwd: checkout.root,
        onLine: report,
      });
      await markSampleLoaded(checkout.deploymentFile, deployment);
      return said.split('\n').at(-1) ?? 'imported';
    },
  };
}

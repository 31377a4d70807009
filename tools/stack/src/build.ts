import { checkout } from './checkout.ts';
import { run } from './process/run.ts';
import type { Step } from './report/steps.ts';

/** Nx without its background process and moving display; it must behave alike everywhere. */
export const nxEnvironment: NodeJS.ProcessEnv = { NX_DAEMON: 'false', NX_TUI: 'false' };

/** Arguments of Nx for one target of every project that has it. */
export const nxRunMany = (target: string): string[] => [
  `${checkout.root}node_modules/nx/dist/bin/nx.js`,
  'run-many',
  '-t',
  target,
];

/** Builds every project; what did not change since the last time comes out of Nx's cache. */
export const buildStep: Step = {
  title: 'Build',
  run: async (report) => {
    const env = { ...process.env, ...nxEnvironment };
    await run(process.execPath, nxRunMany('build'), {
      cwd: checkout.root,
      env,
      onLine: report,
      title: 'The build',
    });
    return 'up to date';
  },
};

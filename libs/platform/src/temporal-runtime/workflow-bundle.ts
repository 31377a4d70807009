import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

export interface WorkflowSources {
  /** File that exports the workflows. */
  readonly workflowsPath: string;
  /** Files that export `interceptors` for the workflow's sandbox. */
  readonly interceptorModules: readonly string[];
}

/**
 * Bundles workflows from their TypeScript sources, packages of the workspace included.
 *
 * @returns the code that a worker runs from a file (`workflowBundle: { codePath }`)
 */
export async function bundleWorkflowSources(sources: WorkflowSources): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: sources.workflowsPath,
    workflowInterceptorModules: [...sources.interceptorModules],
    logger: new DefaultLogger('WARN'),
    webpackConfigHook: (config) => ({
      ...config,
      resolve: { ...config.resolve, conditionNames: ['@bihuan/source', '...'] },
    }),
  });
  return code;
}

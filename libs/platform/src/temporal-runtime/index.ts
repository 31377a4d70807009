export { installTemporalRuntime, type TemporalLogLine } from './runtime.ts';
export { bundleWorkflowSources, type WorkflowSources } from './workflow-bundle.ts';

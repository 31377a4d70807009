export { HttpObserver } from './http-observer.ts';
export { withHazard, withLogFields } from './log-context.ts';
export { ObservabilityModule } from './observability.module.ts';
export { ReadinessPart } from './readiness-part.ts';
export { Readiness, type ReadinessReport } from './readiness.ts';

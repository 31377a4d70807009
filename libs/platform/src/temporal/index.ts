export { activityOrigin } from './activity-origin.ts';
export { ActivityWorker } from './activity-worker.ts';
export {
  type ActivityProvider,
  ActivityWorkerModule,
  type ActivityWorkerOptions,
} from './activity-worker.module.ts';
export { PatientWorker, type PatientWorkerOptions } from './patient-worker.ts';
export { TemporalClient } from './temporal-client.ts';
export { TemporalModule } from './temporal.module.ts';
export { TemporalReadiness } from './temporal-readiness.ts';

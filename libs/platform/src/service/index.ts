export { ReferenceCopyModule } from './reference-copy.module.ts';
export { runService } from './run-service.ts';
export type { RunningPart } from './running-part.ts';
export { ServiceModule } from './service.module.ts';
export type { ServiceOptions } from './service-options.ts';

import type { Caller } from '../auth/index.ts';

/** Whether a caller's scope reaches a hazard, by the rows of the service that is asked. */
export abstract class HazardSight {
  /** Answered by one query with the caller's scope in it. */
  abstract sees(caller: Caller, hazardNo: string): Promise<boolean>;
}

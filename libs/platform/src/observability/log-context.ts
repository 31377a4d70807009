import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line within a piece of work carries. */
export interface LogFields {
  readonly requestId?: string;
  readonly hazardNo?: string;
}

const storage = new AsyncLocalStorage<LogFields>();

/** Fields of the work at hand. */
export function logFields(): LogFields {
  return storage.getStore() ?? {};
}

/** Runs `work`; every line logged within it carries the fields, besides those of the work around it. */
export function withLogFields<T>(fields: LogFields, work: () => T): T {
  return storage.run({ ...logFields(), ...fields }, work);
}

/** Runs `work`; every line logged within it names the hazard. */
export function withHazard<T>(hazardNo: string, work: () => T): T {
  return withLogFields({ hazardNo }, work);
}

import type { Logger } from '@nestjs/common';
import type { TemporalLogLine } from '../temporal-runtime/index.ts';

/** Temporal's own log lines in the log of the service. */
export const writeTo = (log: Logger) => (line: TemporalLogLine) => {
  const text = { message: line.message, ...line.meta };
  if (line.level === 'ERROR') log.error(text);
  else log.warn(text);
};

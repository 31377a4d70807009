import { type LoggerOptions, stdTimeFunctions } from 'pino';
import type { ServiceConfig } from '../config/index.ts';
import { logFields } from './log-context.ts';

/** Names under which secrets and contents of requests travel. */
const unlogged = [
  'authorization',
  'cookie',
  'token',
  'password',
  'secret',
  'headers',
  'body',
  'parameters',
  'envelope',
];

/** One JSON object a line: time, level, service, request id, hazard number, message. */
export function logOptions({
  service,
  logLevel,
}: Pick<ServiceConfig, 'service' | 'logLevel'>): LoggerOptions {
  return {
    level: logLevel,
    base: { service },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    mixin: () => ({ ...logFields() }),
    serializers: { err: (error: unknown) => writtenError(error, 0) },
    redact: { paths: unlogged.flatMap((name) => [name, `*.${name}`]), remove: true },
  };
}

const DEEPEST_CAUSE = 4;

/** Errors of libraries carry queries, parameters and whole requests: only these properties are written. */
function writtenError(error: unknown, depth: number): object {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { code } = error as { code?: unknown };
  return {
    type: error.constructor.name,
    message: error.message,
    ...(typeof code === 'string' && { code }),
    stack: error.stack,
    ...(error.cause !== undefined &&
      depth < DEEPEST_CAUSE && { cause: writtenError(error.cause, depth + 1) }),
  };
}

import { type LoggerOptions, stdTimeFunctions } from 'pino';
import type { ServiceConfig } from '../config/index.ts';
import { logFields } from './log-context.ts';

/** Names under which secrets and contents of requests travel. */
const unlogged: ReadonlySet<string> = new Set([
  'authorization',
  'cookie',
  'token',
  'password',
  'secret',
  'headers',
  'body',
  'parameters',
  'envelope',
]);

/** One JSON object a line: time, level, service, request id, hazard number, message. */
export function logOptions({
  service,
  logLevel,
}: Pick<ServiceConfig, 'service' | 'logLevel'>): LoggerOptions {
  return {
    level: logLevel,
    base: { service },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }), log: loggable },
    mixin: () => ({ ...logFields() }),
    serializers: { err: (error: unknown) => writtenError(error, 0) },
  };
}

/** Without the fields that are not logged, in the record itself and in its objects: for every line, so in one look. */
function loggable(record: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(record))
    if (!unlogged.has(name)) kept[name] = isPlain(value) ? withoutUnlogged(value) : value;
  return kept;
}

function withoutUnlogged(part: Record<string, unknown>): Record<string, unknown> {
  const isClean = Object.keys(part).every((name) => !unlogged.has(name));
  return isClean ? part : Object.fromEntries(Object.entries(part).filter(([name]) => !unlogged.has(name)));
}

/** Errors are written by their own rule. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Error);

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

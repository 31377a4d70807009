/** Network failures of a connection to a server of ours. */
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** PostgreSQL: connection exceptions (08…), too many connections, shutting down or starting up (57P0…). */
const sqlStates = /^(08[0-9A-Z]{3}|53300|57P0[0-9])$/;

/** node-postgres gives these no code: its pool ran out of time, or the connection ended under a query. */
const uncodedMessages =
  /^(timeout exceeded when trying to connect|timeout expired|Connection terminated|Client has encountered a connection error)/;

/** A server behind us that is away for now, where neither a code nor a message of its library says so. */
export class ServerAway extends Error {
  override readonly name = 'ServerAway';
}

/** Whether the error means that a server behind us is away for now, whatever the libraries wrapped around it. */
export function isUnavailable(error: unknown): boolean {
  return chainOf(error).some((link) => {
    if (link instanceof ServerAway) return true;
    const { code, message } = link as { code?: unknown; message?: unknown };
    if (typeof code === 'string' && (networkCodes.has(code) || sqlStates.test(code))) return true;
    return typeof message === 'string' && uncodedMessages.test(message);
  });
}

/** The error and what it wraps: causes, TypeORM's driver error, the parts of an aggregate. */
function chainOf(error: unknown): object[] {
  const links = new Set<object>();
  const waiting: unknown[] = [error];
  while (waiting.length > 0) {
    const link = waiting.pop();
    if (typeof link !== 'object' || link === null || links.has(link)) continue;
    links.add(link);
    const { cause, driverError } = link as { cause?: unknown; driverError?: unknown };
    waiting.push(cause, driverError, ...(link instanceof AggregateError ? (link.errors as unknown[]) : []));
  }
  return [...links];
}

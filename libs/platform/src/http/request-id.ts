import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Letters, digits and a few marks: safe in logs, headers and messages. */
const sane = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;

/** The caller's `X-Request-Id` if it is sane, else a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && sane.test(given) ? given : randomUUID();
}

import type { FastifyRequest } from 'fastify';
import { DomainError } from '../errors/index.ts';
import type { Caller } from './caller.ts';

const callers = new WeakMap<FastifyRequest, Caller>();

/** Keeps who sent a request, for as long as the request lives. */
export function rememberCaller(request: FastifyRequest, caller: Caller): void {
  callers.set(request, caller);
}

/**
 * Who sent the request.
 *
 * @throws DomainError `auth.tokenMissing` on an open route, where nobody was asked
 */
export function callerOf(request: FastifyRequest): Caller {
  const caller = callers.get(request);
  if (!caller) throw new DomainError('auth.tokenMissing');
  return caller;
}

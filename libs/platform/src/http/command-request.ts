import { isIP } from 'node:net';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Caller, callerOf } from '../auth/index.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';

/** In which the gateway says from where a request came; it strips what a client sends under this name. */
export const CLIENT_ADDRESS_HEADER = 'x-client-address';

/** What a command keeps of its HTTP request. */
export interface CommandRequest {
  readonly caller: Caller;
  /** Method and pattern, e.g. `POST /handovers/:id/acknowledge`. */
  readonly route: string;
  readonly params: unknown;
  /** Idempotency-Key; null where none was sent. */
  readonly key: string | null;
  /** As it was sent, before validation. */
  readonly body: unknown;
  readonly requestId: string;
  /** Network address of the client. */
  readonly address: string;
}

/** The `CommandRequest` of a handler. Throws `request.idempotencyKeyInvalid`. */
export const CommandRequest = createParamDecorator((_: unknown, context: ExecutionContext) =>
  commandRequestOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

function commandRequestOf(request: FastifyRequest): CommandRequest {
  return {
    caller: callerOf(request),
    route: `${request.method} ${request.routeOptions.url ?? request.url}`,
    params: request.params,
    key: idempotencyKeyOf(request.headers['idempotency-key']),
    body: request.body,
    requestId: request.id,
    address: addressOf(request),
  };
}

function addressOf({ headers, ip }: FastifyRequest): string {
  const told = headers[CLIENT_ADDRESS_HEADER];
  return typeof told === 'string' && isIP(told) !== 0 ? told : ip;
}

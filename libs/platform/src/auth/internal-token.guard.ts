import type { KeyObject } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { InternalClaims } from '@bihuan/contracts';
import type { FastifyRequest } from 'fastify';
import { ServiceConfig } from '../config/index.ts';
import { DomainError, languageOf } from '../errors/index.ts';
import { Caller } from './caller.ts';
import { verificationKey, verifyInternalToken } from './internal-token.ts';
import { OPEN } from './open.ts';
import { rememberCaller } from './request-caller.ts';
import { TokenCache } from './token-cache.ts';

/** More than a gateway has tokens in use at a time; about 2 MB. */
const CACHED_TOKENS = 2_000;

/** Lets in who carries the gateway's token; everything else that is not `@Open()` is 401. */
@Injectable()
export class InternalTokenGuard implements CanActivate {
  readonly #key: KeyObject;
  readonly #cache = new TokenCache(CACHED_TOKENS);

  constructor(
    config: ServiceConfig,
    private readonly reflector: Reflector,
  ) {
    this.#key = verificationKey(config.internalTokenPublicJwk);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(OPEN, [context.getHandler(), context.getClass()]))
      return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const claims = await this.verify(tokenOf(request.headers.authorization));
    rememberCaller(request, new Caller(claims, languageOf(request.headers['accept-language']), request.id));
    return true;
  }

  private async verify(token: string): Promise<InternalClaims> {
    const known = this.#cache.get(token, Date.now());
    if (known) return known.claims;
    const verified = await verifyInternalToken(token, this.#key);
    this.#cache.put(token, verified);
    return verified.claims;
  }
}

function tokenOf(authorization: string | undefined): string {
  if (authorization === undefined) throw new DomainError('auth.tokenMissing');
  const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization) ?? [];
  if (token === undefined) throw new DomainError('auth.tokenInvalid');
  return token;
}

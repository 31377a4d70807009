import { signInternalToken } from '@bihuan/platform/auth';
import { BusinessClock } from '@bihuan/platform/config';
import { ReferenceBook } from '@bihuan/platform/reference';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Admission } from './auth/admission.ts';
import { callerDirectory } from './auth/caller-directory.ts';
import { OutsideTokens } from './auth/outside-tokens.ts';
import { OwnerClient } from './composed/owner-client.ts';
import { ReprojectionViews } from './composed/reprojection-views.ts';
import { ComposedViews } from './composed/views.ts';
import { GatewayConfig } from './gateway-config.ts';
import { door } from './http/door.ts';
import { guardMetrics } from './http/metrics-guard.ts';
import { openPages } from './http/open-pages.ts';
import { publicDoor } from './http/public-door.ts';
import { Upstreams } from './http/upstreams.ts';

/** Puts the pages open to everybody and the door to the services into the HTTP application. */
@Injectable()
export class GatewayDoor implements OnModuleInit {
  constructor(
    private readonly config: GatewayConfig,
    private readonly book: ReferenceBook,
    private readonly clock: BusinessClock,
    private readonly host: HttpAdapterHost,
  ) {}

  async onModuleInit(): Promise<void> {
    const { issuer, temporalUi, serviceUrls, internalTokenPrivateJwk, requestsPerMinute } = this.config;
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    const upstreams = new Upstreams(serviceUrls);
    const claimsOf = callerDirectory(this.book, this.clock);
    const admission = new Admission({
      tokens: new OutsideTokens(issuer),
      claimsOf,
      sign: (claims) => signInternalToken(claims, internalTokenPrivateJwk),
    });
    guardMetrics(server, admission, claimsOf);
    const owners = new OwnerClient(upstreams);
    const views = new ComposedViews(owners);
    const reprojections = new ReprojectionViews(owners);
    const pages = {
      issuer,
      temporalUi,
      ready: () => this.book.ready(),
      businessNow: () => this.clock.now(),
    };
    await server.register(openPages(pages));
    await server.register(publicDoor({ upstreams, requestsPerMinute }));
    await server.register(door({ admission, upstreams, views, reprojections, requestsPerMinute }), {
      prefix: '/api/v1',
    });
  }
}

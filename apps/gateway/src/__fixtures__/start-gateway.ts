import type { ServiceName } from '@bihuan/contracts';
import { signInternalToken, verificationKey, verifyInternalToken } from '@bihuan/platform/auth';
import { BusinessClock } from '@bihuan/platform/config';
import type { ReferenceBook } from '@bihuan/platform/reference';
import { Logger } from '@nestjs/common';
import Fastify, { type FastifyInstance } from 'fastify';
import { generateKeyPairSync } from 'node:crypto';
import { Admission } from '../auth/admission.ts';
import { callerDirectory } from '../auth/caller-directory.ts';
import { OutsideTokens } from '../auth/outside-tokens.ts';
import { OwnerClient } from '../composed/owner-client.ts';
import { ReprojectionViews } from '../composed/reprojection-views.ts';
import { ComposedViews } from '../composed/views.ts';
import { door } from '../http/door.ts';
import { publicDoor } from '../http/public-door.ts';
import { Upstreams } from '../http/upstreams.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

Logger.overrideLogger(false);

class FixedClock extends BusinessClock {
  override now(): Date {
    return new Date('2023-10-09T01:00:00Z');
  }
}

interface Given {
  readonly issuer: string;
  readonly book: ReferenceBook;
  readonly services: Partial<Record<ServiceName, string>>;
  readonly requestsPerMinute?: number;
}

/** The gateway's door, listening on a free port. */
export async function startGateway({ issuer, book, services, requestsPerMinute = 6000 }: Given) {
  const upstreams = new Upstreams(services);
  const app: FastifyInstance = Fastify();
  const admission = new Admission({
    tokens: new OutsideTokens(issuer),
    claimsOf: callerDirectory(book, new FixedClock()),
    sign: (claims) => signInternalToken(claims, privateKey.export({ format: 'jwk' })),
  });
  const owners = new OwnerClient(upstreams);
  const views = new ComposedViews(owners);
  const reprojections = new ReprojectionViews(owners);
  await app.register(publicDoor({ upstreams, requestsPerMinute }));
  await app.register(door({ admission, upstreams, views, reprojections, requestsPerMinute }), {
    prefix: '/api/v1',
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return { url, stop: () => app.close() };
}

/** What a service reads from the token it was given. */
export async function claimsIn(authorization: string | undefined) {
  const token = authorization?.replace(/^Bearer /, '') ?? '';
  return (await verifyInternalToken(token, verificationKey(publicKey.export({ format: 'jwk' })))).claims;
}

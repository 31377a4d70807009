import type { ErrorCode } from '@bihuan/contracts';
import { expect } from '@jest/globals';
import { demoReference } from './reference.ts';
import { startGateway } from './start-gateway.ts';
import { startIdentity } from './start-identity.ts';
import { Upstream } from './upstream.ts';

export const hazardNo = 'SX2023-140105-GAS-202310-000017';

/** The identity provider, the gateway's door, and five small services behind it. */
export async function doorWorld() {
  const identity = await startIdentity();
  const upstreams = await Promise.all([
    Upstream.start(),
    Upstream.start(),
    Upstream.start(),
    Upstream.start(),
    Upstream.start(),
  ]);
  const [registration, handover, disclosure, supervision, assessment] = upstreams;
  const { issuer } = identity.credentials;
  const gateway = await startGateway({
    issuer,
    book: demoReference(),
    services: {
      registration: registration.url,
      handover: handover.url,
      disclosure: disclosure.url,
      supervision: supervision.url,
      assessment: assessment.url,
    },
  });
  const office = await identity.tokenOf('office.handler');
  const call = (path: string, init: CallInit = {}) =>
    callAt(init.at ?? gateway.url, path, { token: office, ...init });
  return {
    identity,
    issuer,
    registration,
    handover,
    disclosure,
    supervision,
    assessment,
    gateway,
    office,
    call,
    /** Lets all services forget what they received and what they were to answer. */
    reset: () => {
      for (const upstream of upstreams) upstream.reset();
    },
    stop: async () => {
      await gateway.stop();
      await Promise.all([...upstreams.map((upstream) => upstream.stop()), identity.stop()]);
    },
  };
}
export type DoorWorld = Awaited<ReturnType<typeof doorWorld>>;

interface CallInit {
  /** Null: none is sent. */
  readonly token?: string | null;
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly at?: string;
}

async function callAt(at: string, path: string, { token, method = 'GET', body, headers }: CallInit) {
  const response = await fetch(`${at}/api/v1${path}`, {
    method,
    body: body ?? null,
    headers: {
      ...(token === null || token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: JSON.parse(text === '' ? '{}' : text) as Record<string, unknown>,
  };
}

/** A problem document with this code and status, to match an answer against. */
export const refused = (code: ErrorCode, status: number) => ({
  status,
  body: expect.objectContaining({ code, status }),
});

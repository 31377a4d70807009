import type { Owner } from '@bihuan/contracts';
import type { z } from 'zod';
import { because } from '../http/because.ts';
import type { Upstreams } from '../http/upstreams.ts';

/** A service's refusal of a request, to be passed on as it is. */
export interface Refusal {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** What an owner said: a value, a refusal, or nothing useful. */
export type OwnerAnswer<T> =
  | { readonly owner: Owner; readonly kind: 'answered'; readonly value: T }
  | { readonly owner: Owner; readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly owner: Owner; readonly kind: 'away'; readonly cause: unknown };

export interface OwnerRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Of the caller; made by `headersFor`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How long an owner may take, milliseconds; 5 s where left out. */
  readonly timeoutMs?: number;
}

const usualTimeoutMs = 5_000;

/** Asks owners in the caller's name. */
export class OwnerClient {
  private readonly upstreams: Upstreams;

  constructor(upstreams: Upstreams) {
    this.upstreams = upstreams;
  }

  /** Asks all of them at once and waits 5 s at most. An owner that is away, fails or answers in another shape is `away`; it never fails the others. */
  askAll<T>(
    owners: readonly Owner[],
    request: OwnerRequest,
    schema: z.ZodType<T>,
  ): Promise<OwnerAnswer<T>[]> {
    return Promise.all(owners.map((owner) => this.ask(owner, request, schema)));
  }

  async ask<T>(owner: Owner, request: OwnerRequest, schema: z.ZodType<T>): Promise<OwnerAnswer<T>> {
    try {
      const response = await this.send(owner, request);
      const body = await response.text();
      if (response.ok) return { owner, kind: 'answered', value: schema.parse(JSON.parse(body)) };
      if (response.status >= 500) throw new Error(`${owner} answered ${response.status}`);
      const contentType = response.headers.get('content-type') ?? 'application/problem+json';
      return { owner, kind: 'refused', refusal: { status: response.status, contentType, body } };
    } catch (cause) {
      return { owner, kind: 'away', cause };
    }
  }

  private send(
    owner: Owner,
    { method, path, headers, body, timeoutMs = usualTimeoutMs }: OwnerRequest,
  ): Promise<Response> {
    const sent = new Headers(headers);
    // of the client's request; fetch sets that of this one
    sent.delete('content-length');
    return fetch(this.upstreams.urlOf(owner, path), {
      method,
      headers: sent,
      body: body ?? null,
      signal: AbortSignal.timeout(timeoutMs),
    });
  }
}

export function valuesOf<T>(answers: readonly OwnerAnswer<T>[]): T[] {
  return answers.flatMap((answer) => (answer.kind === 'answered' ? [answer.value] : []));
}

/** The owner's answer alone decides. Errors: `service.unavailable` when it is away. */
export function orUnavailable<T>(answer: OwnerAnswer<T>): Exclude<OwnerAnswer<T>, { kind: 'away' }> {
  if (answer.kind === 'away') throw because('service.unavailable', answer.cause);
  return answer;
}

import { createHash } from 'node:crypto';
import {
  clockOwners,
  OwnerApplied,
  OwnerPreview,
  OwnerProgress,
  OwnerRecall,
  type ReprojectionApplied,
  type ReprojectionCounts,
  type ReprojectionPreview,
  type ReprojectionProgress,
  routes,
} from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import type { z } from 'zod';
import { because } from '../http/because.ts';
import { pathOf } from '../http/upstreams.ts';
import { away, type Composed, type Headers, type Report } from './composed.ts';
import {
  type OwnerAnswer,
  type OwnerClient,
  type OwnerRequest,
  type Refusal,
  valuesOf,
} from './owner-client.ts';

type Owner = (typeof clockOwners)[number];
type Part<T> = T & { readonly owner: Owner };
type Refusable<T> = { readonly refusal: Refusal } | { readonly answers: ReadonlyMap<Owner, T> };

/** What an owner is asked to apply: its part of the whole. */
interface PartOrder {
  readonly hash: string;
  readonly part: string;
  readonly body: string;
  readonly headers: Headers;
}

/** All clocks of an owner in one statement take longer than an ordinary answer. */
const timeoutMs = 30_000;

/** Asked of owners alone: what they answered to the order for the whole, if they came to it. */
const recallReprojection = { path: '/reprojections/{hash}/recall' };

/** A re-projection over all owners of clocks. Each applies its part in one transaction; there is none over all of them. */
export class ReprojectionViews {
  constructor(private readonly owners: OwnerClient) {}

  /** A refusal of any of them stands for all. Errors: `service.unavailable` where one is away: it is all or nothing. */
  async preview(body: string, headers: Headers): Promise<Composed<ReprojectionPreview>> {
    const asked = await this.previews(causeOf(body), headers);
    if ('refusal' in asked) return asked;
    const owners = [...asked.answers.values()];
    return { reply: { ...wholeOf(owners), owners } };
  }

  /**
   * Applies what was previewed, owner by owner; those too that move nothing by now, so that each of them knows the order
   * when it is asked for again. With an Idempotency-Key that was answered before, owners answer as they did, and only
   * those that had not come to it yet apply theirs. Errors: `reprojection.changed` where any owner's part is another
   * now, `reprojection.nothing`, `service.unavailable`. An owner that fails behind others leaves theirs applied: the
   * same order again, or a new preview, does what is left.
   */
  async apply(hash: string, body: string, headers: Headers): Promise<Composed<ReprojectionApplied>> {
    const recalled = await this.recalled(hash, body, headers);
    if ('refusal' in recalled) return recalled;
    const left = clockOwners.filter((owner) => !recalled.answers.has(owner));
    const previewed = await this.previews(causeOf(body), headers, left);
    if ('refusal' in previewed) return previewed;
    const parts = clockOwners.flatMap(
      (owner) => recalled.answers.get(owner) ?? previewed.answers.get(owner) ?? [],
    );
    const whole = wholeOf(parts);
    if (whole.hash !== hash) throw new DomainError('reprojection.changed');
    if (!moved(whole)) throw new DomainError('reprojection.nothing');
    const owners: Part<OwnerApplied>[] = [];
    for (const { owner, hash: part } of parts) {
      const before = recalled.answers.get(owner);
      const answer = before ?? (await this.applied(owner, { hash, part, body, headers }));
      if ('refusal' in answer) return answer;
      owners.push(answer);
    }
    return { reply: { ...wholeOf(owners), owners: owners.filter(moved) } };
  }

  async progress(headers: Headers, report: Report): Promise<Composed<ReprojectionProgress>> {
    const request = { method: 'GET', path: routes.readReprojections.path, headers } as const;
    const answers = await this.owners.askAll(clockOwners, request, OwnerProgress);
    const refused = answers.find((answer) => answer.kind === 'refused');
    if (refused) return { refusal: refused.refusal };
    const owners = answers.flatMap((answer) =>
      answer.kind === 'answered' ? [{ owner: answer.owner as Owner, ...answer.value }] : [],
    );
    const toTell = valuesOf(answers).reduce((sum, part) => sum + part.toTell, 0);
    return { reply: { toTell, owners, unavailable: away(answers, report) } };
  }

  private async previews(
    body: string,
    headers: Headers,
    owners: readonly Owner[] = clockOwners,
  ): Promise<Refusable<Part<OwnerPreview>>> {
    const request = { path: routes.previewReprojection.path, headers, body };
    return this.askAll(owners, request, OwnerPreview);
  }

  /** Of those owners that have answered this order before. */
  private async recalled(
    hash: string,
    body: string,
    headers: Headers,
  ): Promise<Refusable<Part<OwnerApplied>>> {
    const path = pathOf(recallReprojection, { hash });
    const asked = await this.askAll(clockOwners, { path, headers, body }, OwnerRecall);
    if ('refusal' in asked) return asked;
    const answers = new Map<Owner, Part<OwnerApplied>>();
    for (const [owner, { applied }] of asked.answers) if (applied) answers.set(owner, { owner, ...applied });
    return { answers };
  }

  private async applied(owner: Owner, order: PartOrder): Promise<{ refusal: Refusal } | Part<OwnerApplied>> {
    const { hash, part, body, headers } = order;
    const path = pathOf(routes.applyReprojection, { hash });
    const answer = await this.ask(owner, { path, headers, body: withPart(body, part) }, OwnerApplied);
    if (answer.kind === 'refused') return { refusal: answer.refusal };
    if (answer.kind === 'away') throw because('service.unavailable', answer.cause);
    return { owner, ...answer.value };
  }

  /** A refusal of any of them stands for all. Errors: `service.unavailable` where one is away. */
  private async askAll<T extends object>(
    owners: readonly Owner[],
    request: Omit<OwnerRequest, 'method'>,
    schema: z.ZodType<T>,
  ): Promise<Refusable<Part<T>>> {
    const asked = await Promise.all(owners.map((owner) => this.ask(owner, request, schema)));
    const answers = new Map<Owner, Part<T>>();
    for (const answer of asked) {
      if (answer.kind === 'refused') return { refusal: answer.refusal };
      if (answer.kind === 'away') throw because('service.unavailable', answer.cause);
      const owner = answer.owner as Owner;
      answers.set(owner, { owner, ...answer.value });
    }
    return { answers };
  }

  private ask<T>(
    owner: Owner,
    request: Omit<OwnerRequest, 'method'>,
    schema: z.ZodType<T>,
  ): Promise<OwnerAnswer<T>> {
    return this.owners.ask(owner, { ...request, method: 'POST', timeoutMs }, schema);
  }
}

/** The body of a preview within that of applying it; owners judge what is in it. */
function causeOf(body: string): string {
  const { cause } = parsed(body);
  return JSON.stringify({ cause });
}

function withPart(body: string, part: string): string {
  return JSON.stringify({ ...parsed(body), part });
}

function parsed(body: string): { readonly cause?: unknown } {
  try {
    return JSON.parse(body) as { readonly cause?: unknown };
  } catch (error) {
    throw because('request.jsonMalformed', error);
  }
}

const moved = ({ counts }: { readonly counts: ReprojectionCounts }) =>
  counts.earlier + counts.later + counts.sameDue > 0;

/** One hash and one count over the parts of all owners, which are in the order of `clockOwners`. */
function wholeOf(parts: readonly Part<{ hash: string; counts: ReprojectionCounts }>[]) {
  const sum = (of: keyof ReprojectionCounts) => parts.reduce((total, { counts }) => total + counts[of], 0);
  const counts = {
    looked: sum('looked'),
    earlier: sum('earlier'),
    later: sum('later'),
    sameDue: sum('sameDue'),
    nowOverdue: sum('nowOverdue'),
  };
  const hashes = parts.map(({ owner, hash }) => `${owner}:${hash}`).join('|');
  return { hash: createHash('sha256').update(hashes).digest('hex'), counts };
}

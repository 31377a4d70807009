import { createHash } from 'node:crypto';
import {
  clockOwners,
  OwnerApplied,
  OwnerPreview,
  OwnerProgress,
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

type Owner = ReprojectionPreview['owners'][number]['owner'];
type Previews = { readonly refusal: Refusal } | { readonly previews: ReprojectionPreview['owners'] };

/** All clocks of an owner in one statement take longer than an ordinary answer. */
const timeoutMs = 30_000;

/** A re-projection over all owners of clocks. Each applies its part in one transaction; there is none over all of them. */
export class ReprojectionViews {
  constructor(private readonly owners: OwnerClient) {}

  /** A refusal of any of them stands for all. Errors: `service.unavailable` where one is away: it is all or nothing. */
  async preview(body: string, headers: Headers): Promise<Composed<ReprojectionPreview>> {
    const asked = await this.previews(body, headers);
    if ('refusal' in asked) return asked;
    return { reply: previewOf(asked.previews) };
  }

  /**
   * Applies what was previewed, owner by owner. Errors: `reprojection.changed` where any owner's part is another now,
   * `reprojection.nothing`, `service.unavailable`. An owner that fails behind others leaves theirs applied: a new
   * preview shows what is left.
   */
  async apply(hash: string, body: string, headers: Headers): Promise<Composed<ReprojectionApplied>> {
    const asked = await this.previews(body, headers);
    if ('refusal' in asked) return asked;
    const preview = previewOf(asked.previews);
    if (preview.hash !== hash) throw new DomainError('reprojection.changed');
    const moved = ({ counts }: { readonly counts: ReprojectionCounts }) =>
      counts.earlier + counts.later + counts.sameDue > 0;
    if (!moved(preview)) throw new DomainError('reprojection.nothing');
    const owners: ReprojectionApplied['owners'] = [];
    for (const part of preview.owners.filter(moved)) {
      const path = pathOf(routes.applyReprojection, { hash: part.hash });
      const answer = await this.ask(part.owner, { path, headers, body }, OwnerApplied);
      if (answer.kind === 'refused') return { refusal: answer.refusal };
      if (answer.kind === 'away') throw because('service.unavailable', answer.cause);
      owners.push({ owner: part.owner, ...answer.value });
    }
    return { reply: { hash, counts: preview.counts, owners } };
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

  private async previews(body: string, headers: Headers): Promise<Previews> {
    const request = { path: routes.previewReprojection.path, headers, body: causeOf(body) };
    const answers = await Promise.all(clockOwners.map((owner) => this.ask(owner, request, OwnerPreview)));
    const previews: ReprojectionPreview['owners'] = [];
    for (const answer of answers) {
      if (answer.kind === 'refused') return { refusal: answer.refusal };
      if (answer.kind === 'away') throw because('service.unavailable', answer.cause);
      previews.push({ owner: answer.owner as Owner, ...answer.value });
    }
    return { previews };
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
  try {
    const { cause } = JSON.parse(body) as { readonly cause?: unknown };
    return JSON.stringify({ cause });
  } catch (error) {
    throw because('request.jsonMalformed', error);
  }
}

function previewOf(owners: ReprojectionPreview['owners']): ReprojectionPreview {
  const sum = (of: keyof ReprojectionCounts) => owners.reduce((total, { counts }) => total + counts[of], 0);
  const counts = {
    looked: sum('looked'),
    earlier: sum('earlier'),
    later: sum('later'),
    sameDue: sum('sameDue'),
    nowOverdue: sum('nowOverdue'),
  };
  const parts = owners.map(({ owner, hash }) => `${owner}:${hash}`).join('|');
  return { hash: createHash('sha256').update(parts).digest('hex'), counts, owners };
}

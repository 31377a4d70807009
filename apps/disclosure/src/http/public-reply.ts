import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFoundPage } from '../domain/pages/index-pages.ts';
import { pagePolicy } from '../domain/pages/style.ts';

const HTML = 'text/html; charset=utf-8';
/** What is frozen never changes under its address. */
const FROZEN = 'public, max-age=31536000, immutable';
const LISTS = 'public, max-age=60';
/** A file that is no page shows nothing and runs nothing. */
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export interface FrozenContent {
  readonly sha256: string;
  readonly type: string;
  readonly policy: string;
  readonly bytes?: number;
  readonly open: () => Promise<Readable | string>;
}

/** Sends something that was frozen. Whoever has it already, by its hash, is told so. */
export async function sendFrozen(
  request: FastifyRequest,
  reply: FastifyReply,
  { sha256, type, policy, bytes, open }: FrozenContent,
): Promise<void> {
  const tag = `"${sha256}"`;
  const known = knows(request.headers['if-none-match'], tag);
  // Opened ahead of the headers: an error must not be kept for good under the name of what it stands for.
  const content = known ? undefined : await open();
  void guarded(reply, policy).header('etag', tag).header('cache-control', FROZEN);
  if (content === undefined) return void reply.code(304).send();
  if (bytes !== undefined) void reply.header('content-length', bytes);
  void reply.type(type).send(content);
}

/** Sends a list of what has been published so far. */
export function sendPage(reply: FastifyReply, page: string): void {
  void guarded(reply, pagePolicy).header('cache-control', LISTS).type(HTML).send(page);
}

export function sendData(reply: FastifyReply, data: object): void {
  void guarded(reply, NOTHING)
    .header('cache-control', LISTS)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(data));
}

/** A page that says that nothing was published here. */
export function sendNotFound(reply: FastifyReply): void {
  void guarded(reply, pagePolicy).code(404).header('cache-control', 'no-store').type(HTML).send(notFoundPage);
}

export const types = { html: HTML, json: 'application/json; charset=utf-8' } as const;
export const nothingRuns = NOTHING;

function guarded(reply: FastifyReply, policy: string): FastifyReply {
  return reply
    .header('content-security-policy', policy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer');
}

function knows(ifNoneMatch: string | undefined, tag: string): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return known.includes(tag) || known.includes('*');
}

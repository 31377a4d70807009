import { DomainError } from '@bihuan/platform/errors';
import type { IncomingMessage } from 'node:http';

/** Largest body the product takes, in bytes. */
export const bodyLimit = 1_048_576;

/** A request's body as text. Errors: `request.tooLarge`. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) throw new DomainError('request.tooLarge');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

import type { IncomingMessage } from 'node:http';
import { errors } from 'oidc-provider';

const limit = 16_384;

/** Fields of a posted form. Errors: `invalid_request` above 16 KiB or with another content type. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    throw new errors.InvalidRequest('a form is expected');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new errors.InvalidRequest('the form is too large');
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

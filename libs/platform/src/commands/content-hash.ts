import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 (hexadecimal) of a JSON value in canonical form, RFC 8785: the same content, the same hash. */
export function contentHash(content: unknown): string {
  return createHash('sha256')
    .update(String(canonicalize(content ?? null)))
    .digest('hex');
}

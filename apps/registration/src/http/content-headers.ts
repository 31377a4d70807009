import type { Evidence } from '../persistence/evidence.entity.ts';
import { kindOf } from '../domain/evidence/evidence-kinds.ts';

/** The entity tag of a piece: its content never changes. */
export const etagOf = ({ sha256 }: Evidence): string => `"${sha256}"`;

/** Whether an `If-None-Match` (RFC 9110 §13.1.2) names the tag. */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

/**
 * With what a file of somebody else's is served so that it stays a file: it is what it was found to be, runs nothing,
 * belongs to no origin, is embedded by no other one, and is kept by nobody without asking again.
 */
export function contentHeaders(piece: Evidence): Record<string, string> {
  return {
    'content-disposition': disposition(piece),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=0, must-revalidate',
    etag: etagOf(piece),
  };
}

/** Photos may be shown; a document is saved. The name in ASCII and in full, RFC 6266. */
function disposition({ id, name, mediaType }: Evidence): string {
  const kind = kindOf(mediaType);
  const plain = `evidence-${id}.${kind?.endings[0] ?? 'bin'}`;
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const way = kind?.form === 'photo' ? 'inline' : 'attachment';
  return `${way}; filename="${plain}"; filename*=UTF-8''${full}`;
}

import { publicationPath, type PublicationReply } from '@bihuan/contracts';
import type { PublicationRow } from '../persistence/publication.entity.ts';

/** A publication as the API tells of it. */
export function publicationReply(publication: PublicationRow): PublicationReply {
  const { id, kind, hazardNo, decidedOn, documentNo, medium, publishedAt, due, late, page, pageSha256 } =
    publication;
  return {
    id,
    kind,
    hazardNo,
    decidedOn,
    documentNo,
    medium,
    publishedAt: publishedAt.toISOString(),
    due: due?.toISOString() ?? null,
    late,
    file: {
      name: `${id}.html`,
      path: publicationPath(id),
      bytes: Buffer.byteLength(page),
      sha256: pageSha256,
    },
  };
}

import { editionFiles, editionPath, type EditionReply } from '@bihuan/contracts';
import type { EditionRow } from '../persistence/edition.entity.ts';

/** An edition as the API tells of it. Its files are named once they are public. */
export function editionReply(edition: EditionRow): EditionReply {
  const { campaignCode, month, state, no, windowFrom, windowTo, requestedAt, publishedAt, cut, files } =
    edition;
  const shown = publishedAt ? files : null;
  return {
    campaignCode,
    month,
    state,
    no,
    window: { from: windowFrom, to: windowTo },
    requestedAt: requestedAt.toISOString(),
    publishedAt: publishedAt?.toISOString() ?? null,
    cut,
    files: shown
      ? editionFiles.map((name) => ({
          name,
          path: editionPath({ campaignCode, month }, name),
          ...shown[name],
        }))
      : [],
  };
}

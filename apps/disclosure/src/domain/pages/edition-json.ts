import { toLocalDate } from '@bihuan/process-core';
import type { CityFigures } from '../../persistence/edition-items.repository.ts';
import type { ItemRow } from '../../persistence/edition-item.entity.ts';
import type { CutEdition } from '../../persistence/edition.entity.ts';

/** The edition for machines, one line a hazard, written while its lines are read. */
export async function* editionJson(
  edition: CutEdition,
  figures: readonly CityFigures[],
  lines: AsyncIterable<ItemRow>,
): AsyncGenerator<string> {
  const { campaignCode, campaignNameZh, campaignNameEn, officeName, month, no, cut, previous } = edition;
  const about = {
    format: 'bihuan.edition/1',
    campaign: { code: campaignCode, nameZh: campaignNameZh, nameEn: campaignNameEn },
    publishedBy: officeName,
    month,
    no,
    window: { from: edition.windowFrom, to: edition.windowTo },
    cutAt: edition.cutAt.toISOString(),
    cut,
    previous,
    cities: figures,
  };
  yield `${JSON.stringify(about).slice(0, -1)},"items":[`;
  let separator = '\n';
  for await (const line of lines) {
    yield separator + JSON.stringify(itemOf(line));
    separator = ',\n';
  }
  yield '\n]}\n';
}

/** `line` says what the edition tells of the hazard; `kind` is the kind of hazard. */
function itemOf(item: ItemRow): object {
  const { kind, hazardNo, late, cityCode, state, overdue, registeredAt, struckOffAt, publicFields } = item;
  return {
    line: kind,
    hazardNo,
    late,
    cityCode,
    ...publicFields,
    state,
    overdue,
    registeredOn: toLocalDate(registeredAt),
    struckOffOn: struckOffAt && toLocalDate(struckOffAt),
  };
}

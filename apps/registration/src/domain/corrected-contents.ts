import { isDeepStrictEqual } from 'node:util';
import type { CorrectedContents } from '@bihuan/contracts';
import type { Hazard } from '../persistence/hazard.entity.ts';

type Contents = Required<CorrectedContents>;

/** What a correction found and left, of the contents that differ; null where nothing does. */
export function differences(
  before: Hazard,
  after: Hazard,
): { readonly before: CorrectedContents; readonly after: CorrectedContents } | null {
  const [old, now] = [contentsOf(before), contentsOf(after)];
  const changed = (Object.keys(old) as (keyof Contents)[]).filter(
    (name) => !isDeepStrictEqual(old[name], now[name]),
  );
  if (changed.length === 0) return null;
  return { before: only(old, changed), after: only(now, changed) };
}

/** All that can be corrected of a hazard; the order of departments means nothing. */
function contentsOf(hazard: Hazard): Contents {
  const { kind, massCasualties, responsible, clauseNo, clauseReason, description, report } = hazard;
  return {
    kind,
    massCasualties,
    responsible,
    place: {
      code: hazard.placeCode,
      nameZh: hazard.placeName,
      cityCode: hazard.cityCode,
      cityNameZh: hazard.cityName,
      address: hazard.address,
    },
    field: { code: hazard.fieldCode, nameZh: hazard.fieldName },
    coOrgs: hazard.coOrgs.toSorted(),
    standard: { code: hazard.standardCode, titleZh: hazard.standardTitle },
    clauseNo,
    clauseReason,
    description,
    report,
  };
}

function only(contents: Contents, names: readonly (keyof Contents)[]): CorrectedContents {
  return Object.fromEntries(names.map((name) => [name, contents[name]]));
}

import type { Track } from '@bihuan/contracts';
import type { ReferenceBook } from '@bihuan/platform/reference';
import { type Route, routeIndustry, routeTerritorial } from '@bihuan/process-core';
import type { HandedHazard } from './unanswered.ts';

/**
 * Where one track of the hazard goes on that day. A place or field that is not in the reference data any more has no
 * route: the campaign office decides.
 */
export function findRoute(reference: ReferenceBook, track: Track, hazard: HandedHazard, day: string): Route {
  const organisations = reference.organisations(day);
  if (track === 'territorial') {
    const place = reference.place(hazard.placeCode, day);
    return place ? routeTerritorial(place, organisations) : unknown(hazard.placeCode);
  }
  const field = reference.field(hazard.fieldCode, day);
  return field ? routeIndustry(field, organisations) : unknown(hazard.fieldCode);
}

function unknown(code: string): Route {
  return { found: false, why: { zh: `基础数据中没有 ${code}`, en: `${code} is not in the reference data` } };
}

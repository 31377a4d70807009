import type { FieldOfSupervision, Organisation, Place, Track } from '@bihuan/contracts';
import type { Bilingual } from '../bilingual.ts';

/** Where a handover goes, or why nowhere: then the campaign office names the organisation. */
export type Route =
  | { readonly found: true; readonly organisation: Organisation }
  | { readonly found: false; readonly why: Bilingual };

/**
 * 属地: the prefecture-level city government of the place urges rectification.
 * @param organisations those in force on the day
 */
export function routeTerritorial(place: Place, organisations: readonly Organisation[]): Route {
  const government = organisations.find(
    (organisation) => mayTake('territorial', organisation) && organisation.placeCode === place.cityCode,
  );
  return government
    ? { found: true, organisation: government }
    : nowhere(
        `${place.nameZh}（${place.code}）所属地级市（${place.cityCode}）没有可承接的市级人民政府`,
        `No city government is known for ${place.nameEn} (${place.code}), city ${place.cityCode}`,
      );
}

/**
 * 行业: the provincial department that leads the field follows up.
 * @param organisations those in force on the day
 */
export function routeIndustry(field: FieldOfSupervision, organisations: readonly Organisation[]): Route {
  const department = organisations.find(
    (organisation) => mayTake('industry', organisation) && organisation.code === field.leadOrg,
  );
  return department
    ? { found: true, organisation: department }
    : nowhere(
        `${field.nameZh}的牵头部门（${field.leadOrg}）不是在册的省级部门`,
        `The lead department of ${field.nameEn} (${field.leadOrg}) is not a provincial department in force`,
      );
}

/** Whether an organisation is of the kind that takes handovers of a track. */
export function mayTake(track: Track, { level, campaignOffice }: Organisation): boolean {
  if (campaignOffice) return false;
  return level === (track === 'territorial' ? 'city' : 'provincialDepartment');
}

/**
 * Whether the addressee of a handover may pass it on to an organisation: to whoever takes the track, and on the
 * territorial one within a city also to the government of a county. The city stays answerable for the place: its county
 * is never handed to by route or by the office.
 */
export function mayPassOn(track: Track, from: Organisation, to: Organisation): boolean {
  if (mayTake(track, to)) return true;
  if (track !== 'territorial' || to.level !== 'county') return false;
  const city = from.level === 'county' ? from.parentCode : from.code;
  return to.parentCode !== null && to.parentCode === city;
}

function nowhere(zh: string, en: string): Route {
  return { found: false, why: { zh, en } };
}

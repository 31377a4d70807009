import { buildCalendar, type HolidayTable } from './calendar.ts';
import { buildCampaign } from './campaign.ts';
import { buildFields } from './fields.ts';
import { buildLeadingGroups } from './leading-groups.ts';
import { buildOffices } from './offices.ts';
import { buildOrganisations } from './organisations.ts';
import { buildPlaces, type PlaceFiles } from './places.ts';
import type { SeedItem } from './seed-item.ts';
import { buildClauses, buildStandards } from './standards.ts';

/** Raise by one whenever the seed gains items. */
export const seedVersion = 1;

export interface SeedFiles extends PlaceFiles {
  readonly fields: string;
  readonly standards: string;
  readonly clauses: string;
  readonly holidays: HolidayTable;
}

/** Everything a deployment knows at its first start, in an order in which nothing refers to what comes later. */
export function buildSeed(files: SeedFiles): SeedItem[] {
  const places = buildPlaces(files);
  const cities = places.map(({ body }) => body).filter(({ level }) => level === 'city');
  const fields = buildFields(files.fields);
  const standards = buildStandards(files.standards);
  return [
    ...places,
    ...buildOrganisations(places),
    ...buildOffices(cities.map(({ code }) => code)),
    ...fields,
    ...buildLeadingGroups(fields, cities),
    ...buildCalendar(files.holidays),
    ...standards,
    ...buildClauses(files.clauses, standards),
    buildCampaign(),
  ];
}

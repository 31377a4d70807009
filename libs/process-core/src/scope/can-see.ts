import type { Scope } from '@bihuan/contracts';

/** Where a hazard lies, as far as seeing it goes. */
export interface HazardWhereabouts {
  readonly cityCode: string;
  /** County-level place. */
  readonly placeCode: string;
  readonly fieldCode: string;
  /** Credit code of the unit; null where a body stands in its place. */
  readonly creditCode: string | null;
}

/** Whether a scope reaches a hazard. Lists ask the same of the database, in the query. */
export function canSee(scope: Scope, hazard: HazardWhereabouts): boolean {
  return (
    scope.all ||
    scope.cities.includes(hazard.cityCode) ||
    scope.counties.includes(hazard.placeCode) ||
    scope.fields.includes(hazard.fieldCode) ||
    (hazard.creditCode !== null && scope.units.includes(hazard.creditCode))
  );
}

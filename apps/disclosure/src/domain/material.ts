import type { HazardEvent, HazardState } from '@bihuan/contracts';
import { emptyFacts, evolve, type HazardFacts, isOverdue, stateOf, toLocalMonth } from '@bihuan/process-core';
import { type PublicFields, publicFieldsOf } from './public-fields.ts';

/** How editions group and select a hazard. */
interface Grouping {
  readonly campaignCode: string;
  readonly cityCode: string;
  readonly fieldCode: string;
}

/** Everything folded of one hazard: plain JSON, the same whatever the order of its facts. */
export interface MaterialFacts {
  readonly hazard: HazardFacts;
  /** Null until the registration has been heard. */
  readonly filed: { readonly grouping: Grouping; readonly publicFields: PublicFields } | null;
}

/** What an edition needs of a hazard. Months are `YYYY-MM`, Asia/Shanghai. */
export interface Material {
  readonly grouping: Grouping | null;
  readonly publicFields: PublicFields | null;
  readonly state: HazardState;
  readonly overdue: boolean;
  readonly registeredMonth: string | null;
  readonly struckOffMonth: string | null;
}

/** A hazard of which nothing has been heard yet. */
export function emptyMaterial(hazardNo: string): MaterialFacts {
  return { hazard: emptyFacts(hazardNo), filed: null };
}

/** Folds one event in. Order and repetition do not matter: a hazard is registered once. */
export function evolveMaterial(facts: MaterialFacts, event: HazardEvent): MaterialFacts {
  const hazard = evolve(facts.hazard, event);
  if (event.type !== 'hazard.registered') return { ...facts, hazard };
  const { campaignCode, place, field } = event.data;
  const grouping = { campaignCode, cityCode: place.cityCode, fieldCode: field.code };
  return { hazard, filed: { grouping, publicFields: publicFieldsOf(event.data) } };
}

/** What the facts say to editions. */
export function materialOf({ hazard, filed }: MaterialFacts): Material {
  return {
    grouping: filed?.grouping ?? null,
    publicFields: filed?.publicFields ?? null,
    state: stateOf(hazard),
    overdue: isOverdue(hazard),
    registeredMonth: monthOf(hazard.registeredAt),
    struckOffMonth: monthOf(hazard.struckOffAt),
  };
}

function monthOf(instant: string | null): string | null {
  return instant === null ? null : toLocalMonth(new Date(instant));
}

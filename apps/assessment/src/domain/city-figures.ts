import type { OverallChange, OverallFigures } from '@bihuan/contracts';
import { rateDifference, withRates } from '@bihuan/process-core';
import type { CityAssessmentRow } from '../persistence/city-assessment.entity.ts';

/** The figures of a stored row. */
export function figuresOf(row: CityAssessmentRow): OverallFigures {
  const { found, foundTotal, struckOff, struckOffTotal, due, onTime, notYetDue, overdue } = row;
  const { handovers, handoversDue, handoversOnTime } = row;
  return {
    ...{ found, foundTotal, struckOff, struckOffTotal, due, onTime, notYetDue, overdue },
    ...{ handovers, handoversDue, handoversOnTime },
    overallRate: numberOf(row.overallRate),
    onTimeRate: numberOf(row.onTimeRate),
    handoverTimeliness: numberOf(row.handoverTimeliness),
  };
}

/** All cities together: counts add up, rates are those of the sums. */
export function totalOf(cities: readonly OverallFigures[]): OverallFigures {
  const sum = (count: (figures: OverallFigures) => number) =>
    cities.reduce((total, figures) => total + count(figures), 0);
  return withRates({
    found: sum(({ found }) => found),
    foundTotal: sum(({ foundTotal }) => foundTotal),
    struckOff: sum(({ struckOff }) => struckOff),
    struckOffTotal: sum(({ struckOffTotal }) => struckOffTotal),
    due: sum(({ due }) => due),
    onTime: sum(({ onTime }) => onTime),
    notYetDue: sum(({ notYetDue }) => notYetDue),
    overdue: sum(({ overdue }) => overdue),
    handovers: sum(({ handovers }) => handovers),
    handoversDue: sum(({ handoversDue }) => handoversDue),
    handoversOnTime: sum(({ handoversOnTime }) => handoversOnTime),
  });
}

/** How figures differ from those of the month assessed before. */
export function changeOf(now: OverallFigures, then: OverallFigures): OverallChange {
  return {
    foundTotal: now.foundTotal - then.foundTotal,
    struckOffTotal: now.struckOffTotal - then.struckOffTotal,
    overdue: now.overdue - then.overdue,
    overallRate: rateDifference(now.overallRate, then.overallRate),
    onTimeRate: rateDifference(now.onTimeRate, then.onTimeRate),
    handoverTimeliness: rateDifference(now.handoverTimeliness, then.handoverTimeliness),
  };
}

/** The driver gives a numeric as text. */
export function numberOf(numeric: string | null): number | null {
  return numeric === null ? null : Number(numeric);
}

import { DAY, dayOf, endOf, type Minute, type PlainCalendar } from './plain-calendar.fixture.ts';

/** What a clock is counted by. */
export type PlainBase =
  { readonly workingDays: number } | { readonly days: number } | { readonly named: Minute };

/** What has moved its due: a stretch in which it stood still, or a date that was granted. */
export type PlainChange = { readonly from: Minute; readonly to: Minute } | { readonly granted: Minute };

/** When a clock is due: walked day by day from its start, and again whenever anybody asks. */
export function plainDue(
  start: Minute,
  base: PlainBase,
  changes: readonly PlainChange[],
  calendar: PlainCalendar,
): Minute {
  let pauses: { from: Minute; to: Minute }[] = [];
  let fixed = 'named' in base ? base.named : undefined;
  const due = () => (fixed === undefined ? walked(start, base, pauses, calendar) : putBack(fixed, pauses));
  for (const change of changes)
    if ('granted' in change) {
      fixed = Math.max(due(), change.granted);
      pauses = [];
    } else pauses.push(change);
  return due();
}

type Stretch = { readonly from: Minute; readonly to: Minute };

const isLost = (day: number, pauses: readonly Stretch[]) =>
  pauses.some(({ from, to }) => from < endOf(day) && endOf(day) <= to);

function walked(start: Minute, base: PlainBase, pauses: readonly Stretch[], calendar: PlainCalendar): Minute {
  const counts = (day: number) => ('days' in base || calendar.worked(day)) && !isLost(day, pauses);
  const first = dayOf(start);
  let left = 'days' in base ? base.days : 'workingDays' in base ? base.workingDays : 0;
  if (isLost(first, pauses) && ('days' in base || calendar.worked(first))) left += 1;
  let day = first;
  while (left > 0) {
    day += 1;
    if (counts(day)) left -= 1;
  }
  while (!calendar.worked(day) || isLost(day, pauses) || endOf(day) <= start) day += 1;
  return endOf(day);
}

/** A date that was named or granted: put back by each end of a day that came while the clock stood still. */
function putBack(fixed: Minute, pauses: readonly Stretch[]): Minute {
  let due = fixed;
  for (const { from, to } of pauses) {
    if (from >= due) continue;
    for (let day = dayOf(from); endOf(day) <= to; day += 1) if (endOf(day) > from) due += DAY;
  }
  return due;
}

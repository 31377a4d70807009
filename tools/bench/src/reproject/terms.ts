import type { ClockKind, Period } from '@bihuan/contracts';
import {
  addDays,
  type ClockChange,
  type ClockTerms,
  clockRuleOf,
  dueOfNamedDate,
  explainNamedDue,
  projectDue,
  startOfDay,
  toLocalDate,
} from '@bihuan/process-core';
import type { Rules } from '../clocks/rules.ts';
import { oneOf } from '../harness/random.ts';

type Random = () => number;

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const LATE = 0.1;
const NAMED = 0.4;
const PAUSED = 0.02;
const EXTENDED = 0.01;
const LATE_BY_DAYS = 20;
const SHORTEST_NAMED = 20;
const LONGEST_NAMED = 150;
/** A clock that is to have a pause or an extension behind it has run for some days. */
const SOME_DAYS = 12;
/** How many of a hundred clocks of supervision are of a kind. */
const kinds: readonly (readonly [ClockKind, number])[] = [
  ['rectify', 55],
  ['progress', 20],
  ['accept', 8],
  ['strikeOff', 7],
  ['plan', 5],
  ['extensionDecision', 5],
];
/** Rectification has the time that was set for the case: such clocks began in any of five months. */
const setForTheCase: readonly [Period, ...Period[]] = [
  { days: 30 },
  { days: 60 },
  { days: 90 },
  { months: 5 },
];

export function someKind(random: Random): ClockKind {
  let share = random() * 100;
  return kinds.find(([, of]) => (share -= of) < 0)?.[0] ?? 'rectify';
}

/** Terms of a clock that runs now: nine of ten have their due ahead of them. */
export function someTerms(kind: ClockKind, { policy, now }: Rules, random: Random): ClockTerms {
  const { dayEnds } = policy;
  const rectify = kind === 'rectify';
  const named = rectify && random() < NAMED;
  const period = rectify ? oneOf(random, setForTheCase) : clockRuleOf(policy, kind).period;
  const length = named ? between(random, SHORTEST_NAMED, LONGEST_NAMED) : roughDays(period);
  const dueIn = random() < LATE ? -between(random, 1, LATE_BY_DAYS) : between(random, 1, length - 1);
  const today = toLocalDate(now);
  const startDay = addDays(today, dueIn - length);
  // Some facts come after the day's end.
  const start = new Date(startOfDay(startDay).getTime() + (8 + random() * 12) * HOUR_MS);
  if (!named) return { start, base: { period }, dayEnds, changes: [] };
  const due = dueOfNamedDate(addDays(today, dueIn), dayEnds);
  return { start, base: { named: due, explanation: explainNamedDue(due) }, dayEnds, changes: [] };
}

/** What was changed of a clock since it was opened: of most, nothing. */
export function someChanges(terms: ClockTerms, { calendar, now }: Rules, random: Random): ClockChange[] {
  const chance = random();
  if (chance > PAUSED + EXTENDED || now.getTime() - terms.start.getTime() < SOME_DAYS * DAY_MS) return [];
  if (chance > PAUSED) {
    const { due } = projectDue(terms, calendar);
    return [{ kind: 'extension', due: new Date(due.getTime() + between(random, 7, 30) * DAY_MS) }];
  }
  const from = new Date(terms.start.getTime() + between(random, 1, 4) * DAY_MS);
  return [{ kind: 'pause', from, to: new Date(from.getTime() + between(random, 1, 6) * DAY_MS) }];
}

/** A whole number, both ends included. */
function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

function roughDays(period: Period): number {
  if ('days' in period) return period.days;
  if ('workingDays' in period) return Math.ceil((period.workingDays * 7) / 5);
  if ('months' in period) return period.months * 30;
  throw new Error(`Not a period of days: ${JSON.stringify(period)}`);
}

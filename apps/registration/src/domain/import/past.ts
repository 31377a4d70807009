import { atTimeOfDay } from '@bihuan/process-core';
import { type CheckContext, readPastDay, checkWithin } from './check-context.ts';
import type { Past } from './hazard-draft.ts';
import type { RowReader } from './row-reader.ts';

/** Days of a past count from this time of day, Asia/Shanghai. */
const DAY_BEGINS = '09:00';

/** Columns that a ledger with its past alone has. */
export const pastColumns = [
  'registeredOn',
  'handedOverOn',
  'territorialAnsweredOn',
  'industryAnsweredOn',
  'planFiledOn',
  'completedOn',
  'acceptedOn',
  'struckOffOn',
] as const;
type PastColumn = (typeof pastColumns)[number];
type Days = Partial<Record<PastColumn | 'foundOn', string>>;

/** Each may not come before the other. */
const orders: readonly [earlier: PastColumn | 'foundOn', later: PastColumn][] = [
  ['foundOn', 'registeredOn'],
  ['registeredOn', 'handedOverOn'],
  ['handedOverOn', 'territorialAnsweredOn'],
  ['handedOverOn', 'industryAnsweredOn'],
  ['registeredOn', 'planFiledOn'],
  ['registeredOn', 'completedOn'],
  ['completedOn', 'acceptedOn'],
  ['completedOn', 'struckOffOn'],
  ['acceptedOn', 'struckOffOn'],
];

/** Each is nothing without the other. */
const needs: readonly [PastColumn, needed: PastColumn][] = [
  ['territorialAnsweredOn', 'handedOverOn'],
  ['industryAnsweredOn', 'handedOverOn'],
  ['acceptedOn', 'completedOn'],
  ['struckOffOn', 'completedOn'],
];

interface ReadPast {
  /** ISO 8601; null outside history mode, and where the row was refused. */
  readonly registeredAt: string | null;
  readonly past: Past | null;
}

const none: ReadPast = { registeredAt: null, past: null };

/** The past that a row of a ledger from an older system brings: its days in order, none of them to come. */
export function readPast(row: RowReader, context: CheckContext, foundOn: string | undefined): ReadPast {
  if (!context.history) {
    for (const name of pastColumns) if (row.has(name)) row.refuse(name, 'import.onlyHistory');
    return none;
  }
  const days = readDays(row, context, foundOn);
  for (const [earlier, later] of orders) {
    const [from, to] = [days[earlier], days[later]];
    if (from !== undefined && to !== undefined && to < from)
      row.refuse(later, 'import.dateOrder', { earlier: row.heading(earlier) });
  }
  for (const [name, needed] of needs)
    if (row.has(name) && !row.has(needed))
      row.refuse(name, 'import.needsColumn', { column: row.heading(needed) });
  const { registeredOn } = days;
  return registeredOn === undefined
    ? none
    : { registeredAt: instantOf(registeredOn, context.now), past: pastOf(days, context.now) };
}

function readDays(row: RowReader, { campaign, today }: CheckContext, foundOn: string | undefined): Days {
  const days: Days = foundOn === undefined ? {} : { foundOn };
  for (const name of pastColumns) {
    if (!row.has(name)) continue;
    const day = readPastDay(row, name, today);
    if (day !== undefined) days[name] = day;
  }
  const { registeredOn } = days;
  if (!row.has('registeredOn')) row.refuse('registeredOn', 'field.required');
  else if (registeredOn !== undefined && !checkWithin(row, 'registeredOn', campaign, registeredOn))
    delete days.registeredOn;
  return days;
}

function pastOf(days: Days, now: Date): Past {
  const at = (name: PastColumn) => instantOrNull(days[name], now);
  const dispatchedAt = at('handedOverOn');
  return {
    handovers:
      dispatchedAt === null
        ? []
        : [
            { track: 'territorial', dispatchedAt, answeredAt: at('territorialAnsweredOn') },
            { track: 'industry', dispatchedAt, answeredAt: at('industryAnsweredOn') },
          ],
    planFiledAt: at('planFiledOn'),
    completedAt: at('completedOn'),
    acceptedAt: at('acceptedOn'),
    struckOffAt: at('struckOffOn'),
  };
}

/** Of today, before the day has begun, it is now: nothing of a past lies ahead of what tells of it. */
function instantOf(day: string, now: Date): string {
  const begins = atTimeOfDay(day, DAY_BEGINS);
  return (begins < now ? begins : now).toISOString();
}

const instantOrNull = (day: string | undefined, now: Date): string | null =>
  day === undefined ? null : instantOf(day, now);

import {
  type CheckContext,
  monthIn,
  readPastDay,
  readUnit,
  type Unit,
  checkWithin,
} from './check-context.ts';
import type { RowReader } from './row-reader.ts';
import { wholeNumber } from './whole-number.ts';

/** A general hazard, checked. */
export interface GeneralRow extends Unit {
  readonly placeCode: string;
  readonly cityCode: string;
  readonly fieldCode: string;
  readonly foundOn: string;
  readonly description: string;
  readonly fixedOn: string | null;
}

/** General hazards of a unit in a month, counted. */
export interface CountRow extends Unit {
  readonly placeCode: string;
  readonly cityCode: string;
  readonly fieldCode: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly found: number;
  readonly fixed: number;
}

const PLACE = 60;
const MOST_COUNTED = 1_000_000;

/** Reads a general hazard; undefined where the row was refused, for reasons that the reader has. */
export function checkGeneral(row: RowReader, context: CheckContext): GeneralRow | undefined {
  const unit = readUnit(row);
  const foundOn = readPastDay(row, 'foundOn', context.today);
  if (foundOn !== undefined) checkWithin(row, 'foundOn', context.campaign, foundOn);
  const where = readWhere(row, context, foundOn ?? context.today);
  const description = row.text('description', 2000);
  const fixedOn = row.has('fixedOn') ? readPastDay(row, 'fixedOn', context.today) : null;
  if (fixedOn && foundOn && fixedOn < foundOn)
    row.refuse('fixedOn', 'import.dateOrder', { earlier: row.heading('foundOn') });
  if (!unit || !where || row.errors.length > 0) return undefined;
  if (foundOn === undefined || description === undefined || fixedOn === undefined) return undefined;
  return { ...unit, ...where, foundOn, description, fixedOn };
}

/** Reads a count of general hazards; undefined where the row was refused. */
export function checkCount(row: RowReader, context: CheckContext): CountRow | undefined {
  const unit = readUnit(row);
  const month = row.value('month', 20, monthIn);
  // The counts of a month come once: what is in the ledger is not replaced.
  if (month !== undefined && month >= context.today.slice(0, 7)) row.refuse('month', 'import.monthRunning');
  if (month !== undefined) checkWithin(row, 'month', context.campaign, nearestDay(month, context));
  const where = readWhere(row, context, month === undefined ? context.today : nearestDay(month, context));
  const found = row.value('found', 20, (text) => wholeNumber(text, MOST_COUNTED));
  const fixed = row.value('fixed', 20, (text) => wholeNumber(text, MOST_COUNTED));
  if (found !== undefined && fixed !== undefined && fixed > found)
    row.refuse('fixed', 'import.fixedOverFound');
  if (!unit || !where || row.errors.length > 0) return undefined;
  if (month === undefined || found === undefined || fixed === undefined) return undefined;
  return { ...unit, ...where, month, found, fixed };
}

/** The day of a month by which its row is read: its first, or the campaign's first where that is later in it. */
function nearestDay(month: string, { campaign }: CheckContext): string {
  return campaign.startsOn.startsWith(month) ? campaign.startsOn : `${month}-01`;
}

interface Where {
  readonly placeCode: string;
  readonly cityCode: string;
  readonly fieldCode: string;
}

function readWhere(row: RowReader, context: CheckContext, day: string): Where | undefined {
  const { names } = context;
  const place = row.value('place', PLACE, (text) => names.countyOf(text, day));
  const field = row.value('field', 60, (text) => names.fieldOf(text, day));
  if (!place || !field) return undefined;
  return { placeCode: place.county.code, cityCode: place.city.code, fieldCode: field.code };
}

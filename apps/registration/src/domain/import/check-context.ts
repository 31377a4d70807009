import type { Campaign, StartImport } from '@bihuan/contracts';
import { DomainError } from '@bihuan/platform/errors';
import type { ReferenceBook } from '@bihuan/platform/reference';
import { isCreditCode } from '@bihuan/process-core';
import { dateOf, monthOf } from './dates.ts';
import type { LedgerNames } from './ledger-names.ts';
import type { RowReader } from './row-reader.ts';

/** What the rows of one import are held against. */
export interface CheckContext {
  readonly reference: ReferenceBook;
  readonly names: LedgerNames;
  readonly campaign: Campaign;
  /** The business day on which the import began, Asia/Shanghai; it stays the same if the import begins again. */
  readonly today: string;
  /** Business time of the beginning. */
  readonly now: Date;
  readonly history: boolean;
}

export type LedgerOptions = Pick<StartImport, 'ledger' | 'history'>;

/** The unit of a row: its credit code, or its name where it has none. Rows of one unit are found by it. */
export interface Unit {
  readonly unitName: string;
  readonly creditCode: string | null;
}

export const unitKey = ({ unitName, creditCode }: Unit): string => creditCode ?? unitName;

const NAME = 200;
const CODE = 40;

/** The unit's name and credit code, checked. */
export function readUnit(row: RowReader): Unit | undefined {
  const unitName = row.text('unitName', NAME);
  const creditCode = row.has('creditCode') ? row.value('creditCode', CODE, creditCodeOf) : null;
  return unitName === undefined || creditCode === undefined ? undefined : { unitName, creditCode };
}

/** @throws unit.creditCodeInvalid */
export function creditCodeOf(text: string): string {
  if (isCreditCode(text)) return text;
  const code = text.normalize('NFKC').replace(/[\s']/g, '').toUpperCase();
  if (!isCreditCode(code)) throw new DomainError('unit.creditCodeInvalid');
  return code;
}

/** A file names few days many times. */
const days = new Map<string, string>();
const MOST_TEXTS = 10_000;

/** @throws import.date */
export function dayOf(text: string): string {
  const known = days.get(text);
  if (known !== undefined) return known;
  const day = dateOf(text);
  if (day === null) throw new DomainError('import.date', { params: { text: text.slice(0, 50) } });
  if (days.size >= MOST_TEXTS) days.clear();
  days.set(text, day);
  return day;
}

/** @throws import.month */
export function monthIn(text: string): string {
  const month = monthOf(text);
  if (month === null) throw new DomainError('import.month', { params: { text: text.slice(0, 50) } });
  return month;
}

const DATE = 40;

/** A day that has come. */
export function readPastDay(row: RowReader, name: string, today: string): string | undefined {
  const day = row.value(name, DATE, dayOf);
  if (day === undefined || day <= today) return day;
  row.refuse(name, name === 'foundOn' ? 'hazard.foundInFuture' : 'import.dateFuture');
  return undefined;
}

/** Refuses a day on which the campaign does not run. @returns whether it runs */
export function checkWithin(
  row: RowReader,
  name: string,
  { code, startsOn, endsOn }: Campaign,
  day: string,
): boolean {
  if (day >= startsOn && day <= endsOn) return true;
  row.refuse(name, 'campaign.closed', { code });
  return false;
}

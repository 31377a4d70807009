import { unitKey } from './check-context.ts';
import type { CountRow, GeneralRow } from './check-general.ts';
import type { HazardDraft } from './hazard-draft.ts';

/** Texts by which two rows are the same. */
export type RowKey = readonly string[];

/**
 * By what two major hazards of a file are the same: unit, place, standard and clause, if both are still open or were
 * found on the same day. A hazard that was struck off may come again.
 */
export function keysOfMajor(draft: HazardDraft): RowKey[] {
  const { placeCode, standardCode, foundOn, past } = draft;
  const key = [unitOf(draft), placeCode, standardCode, clauseOf(draft)];
  const sameDay = [...key, foundOn];
  return past?.struckOffAt ? [sameDay] : [sameDay, key];
}

/** The unit's credit code, or the name of the body. */
export function unitOf({ responsible }: Pick<HazardDraft, 'responsible'>): string {
  return responsible.type === 'unit' ? responsible.creditCode : responsible.name;
}

/** What was cited of the standard: its clause, or the reason in its place. */
export function clauseOf({ clauseNo, clauseReason }: Pick<HazardDraft, 'clauseNo' | 'clauseReason'>): string {
  return clauseNo ?? clauseReason ?? '';
}

/** Unit, place, day and description. */
export function keysOfGeneral(row: GeneralRow): RowKey[] {
  return [[unitKey(row), row.placeCode, row.foundOn, row.description]];
}

/** Unit, place, field and month. */
export function keysOfCount(row: CountRow): RowKey[] {
  return [[unitKey(row), row.placeCode, row.fieldCode, row.month]];
}

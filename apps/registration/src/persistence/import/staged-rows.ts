import type { LedgerKind } from '@bihuan/contracts';
import type { CountRow, GeneralRow } from '../../domain/import/check-general.ts';
import type { HazardDraft } from '../../domain/import/hazard-draft.ts';
import { clauseOf, unitOf } from '../../domain/import/same-hazard.ts';

/** Staging tables with their columns, in the order in which rows are written. */
export const stagingTargets: Readonly<Record<LedgerKind, string>> = {
  major: `import_major_row (row_no, credit_code, unit, place_code, standard_code, clause, found_on, open, draft)`,
  general: `import_general_row (row_no, unit_name, credit_code, place_code, city_code, field_code, found_on, description, fixed_on)`,
  generalCounts: `import_count_row (row_no, unit_name, credit_code, place_code, city_code, field_code, month, found, fixed)`,
};

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as COPY's text format has it. */
function field(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}

const nullable = (text: string | null): string => text ?? '\\N';

export function majorLine(no: number, draft: HazardDraft): string {
  const creditCode = draft.responsible.type === 'unit' ? draft.responsible.creditCode : null;
  const open = draft.past?.struckOffAt ? 'f' : 't';
  const texts = [unitOf(draft), draft.placeCode, draft.standardCode, clauseOf(draft)].map(field).join('\t');
  return `${no}\t${nullable(creditCode)}\t${texts}\t${draft.foundOn}\t${open}\t${field(JSON.stringify(draft))}\n`;
}

export function generalLine(no: number, row: GeneralRow): string {
  return `${no}\t${field(row.unitName)}\t${nullable(row.creditCode)}\t${row.placeCode}\t${row.cityCode}\t${row.fieldCode}\t${row.foundOn}\t${field(row.description)}\t${nullable(row.fixedOn)}\n`;
}

export function countLine(no: number, row: CountRow): string {
  return `${no}\t${field(row.unitName)}\t${nullable(row.creditCode)}\t${row.placeCode}\t${row.cityCode}\t${row.fieldCode}\t${row.month}\t${row.found}\t${row.fixed}\n`;
}

import { HazardKind } from '@bihuan/contracts';
import { seedItem, type SeedItem } from './seed-item.ts';
import { parseTsv } from './tsv.ts';

/** Neither a day nor a year is known: in force before the campaign. Our default. */
const beforeCampaign = '2022-01-01';

/** First day in force; where it is not confirmed, 1 January of the year in the standard's code (our default). */
export function standardInForceFrom(effectiveFrom: string, code: string): string {
  if (effectiveFrom !== '') return effectiveFrom;
  const year = /-(20\d{2})(?:-|$)/.exec(code)?.[1];
  return year ? `${year}-01-01` : beforeCampaign;
}

/** Determination standards 判定标准 with their effective dates. */
export function buildStandards(text: string): SeedItem<'standard'>[] {
  return parseTsv(text, [
    'field_code',
    'standard_code',
    'standard_title_zh',
    'issuing_no',
    'issuer_zh',
    'effective_from',
    'effective_to',
    'clauses_supplied',
  ]).map((row) =>
    seedItem(
      'standard',
      {
        code: row.standard_code,
        fieldCode: row.field_code,
        titleZh: row.standard_title_zh,
        issuingNo: row.issuing_no,
        issuerZh: row.issuer_zh,
        clausesSupplied: Number(row.clauses_supplied),
      },
      standardInForceFrom(row.effective_from, row.standard_code),
      row.effective_to === '' ? null : row.effective_to,
    ),
  );
}

/** Clauses 条款, coded by their position within the standard; each is in force as long as its standard. */
export function buildClauses(text: string, standards: readonly SeedItem<'standard'>[]): SeedItem<'clause'>[] {
  const byCode = new Map(standards.map((standard) => [standard.code, standard] as const));
  const positions = new Map<string, number>();
  return parseTsv(text, [
    'standard_code',
    'clause_no',
    'hazard_kind',
    'label_zh',
    'label_en',
    'typical_finding_zh',
  ]).map((row) => {
    const standard = byCode.get(row.standard_code);
    if (!standard) throw new Error(`clause ${row.clause_no} belongs to no standard`);
    const position = (positions.get(standard.code) ?? 0) + 1;
    positions.set(standard.code, position);
    return seedItem(
      'clause',
      {
        code: `${standard.code}.${position}`,
        standardCode: standard.code,
        clauseNo: row.clause_no,
        kind: HazardKind.parse(row.hazard_kind),
        labelZh: row.label_zh,
        labelEn: row.label_en,
        typicalFindingZh: row.typical_finding_zh,
      },
      standard.effectiveFrom,
      standard.effectiveTo,
    );
  });
}

import { readFileSync } from 'node:fs';
import { type Clause, HazardKind } from '@bihuan/contracts';
import type { CitableStandard, LedgerSources } from '../ledger.ts';

type Row = Readonly<Record<string, string>>;

/** The sources as the API lists them, read from the tables every deployment starts with. */
export function seedSources(): LedgerSources {
  const clauses = rowsOf('determination_clauses');
  return {
    counties: rowsOf('shanxi_divisions').map((row) => ({
      code: cell(row, 'county_code'),
      nameZh: cell(row, 'county_name_zh'),
      nameEn: cell(row, 'county_code'),
      level: 'county',
      cityCode: cell(row, 'city_code'),
    })),
    fields: rowsOf('fields').map((row) => ({
      code: cell(row, 'field_code'),
      letters: cell(row, 'letters'),
      nameZh: cell(row, 'name_zh'),
      nameEn: cell(row, 'name_en'),
      newForm: cell(row, 'new_form') === 'yes',
      leadOrg: cell(row, 'lead_org'),
      coOrgs: cell(row, 'co_orgs').split(' '),
      viceGovernor: cell(row, 'vice_governor'),
    })),
    standards: rowsOf('determination_standards')
      .filter((row) => Number(cell(row, 'clauses_supplied')) > 0)
      .map((row) => citable(row, clauses)),
  };
}

function citable(row: Row, clauses: readonly Row[]): CitableStandard {
  const code = cell(row, 'standard_code');
  return {
    standard: {
      code,
      fieldCode: cell(row, 'field_code'),
      titleZh: cell(row, 'standard_title_zh'),
      issuingNo: cell(row, 'issuing_no'),
      issuerZh: cell(row, 'issuer_zh'),
      clausesSupplied: Number(cell(row, 'clauses_supplied')),
      // a first day that is not confirmed lies before the campaign
      effectiveFrom: cell(row, 'effective_from') || '2022-01-01',
      effectiveTo: cell(row, 'effective_to') || null,
    },
    clauses: clauses.filter((clause) => cell(clause, 'standard_code') === code).map(clauseOf),
  };
}

function clauseOf(row: Row, i: number): Clause {
  return {
    code: `${cell(row, 'standard_code')}.${i + 1}`,
    standardCode: cell(row, 'standard_code'),
    clauseNo: cell(row, 'clause_no'),
    kind: HazardKind.parse(cell(row, 'hazard_kind')),
    labelZh: cell(row, 'label_zh'),
    labelEn: cell(row, 'label_en'),
    typicalFindingZh: cell(row, 'typical_finding_zh'),
  };
}

function rowsOf(table: string): Row[] {
  const file = new URL(`../../../../apps/campaign/data/${table}.tsv`, import.meta.url);
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
  const names = header.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']));
  });
}

function cell(row: Row, column: string): string {
  const value = row[column];
  if (value === undefined) throw new Error(`column ${column} is missing`);
  return value;
}

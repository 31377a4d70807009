import { readFileSync } from 'node:fs';
import { HazardKind } from '@bihuan/contracts';
import type { Finding } from './finding.ts';

/** A county-level unit, named as ledgers name it. */
export interface County {
  readonly code: string;
  readonly nameZh: string;
  readonly cityCode: string;
  readonly cityNameZh: string;
}

/** A determination standard with the days it is in force, both included. */
export interface Standard {
  readonly code: string;
  readonly titleZh: string;
  readonly fieldCode: string;
  readonly effectiveFrom: string;
  /** Null: still in force. */
  readonly effectiveTo: string | null;
}

export interface Tables {
  /** Those of GB/T 2260; zones that statistics alone know are left out. */
  readonly counties: readonly County[];
  /** Name of every field of supervision by its code. */
  readonly fieldNames: ReadonlyMap<string, string>;
  readonly standards: ReadonlyMap<string, Standard>;
  /** What the supplied clauses say is typically found. */
  readonly findings: readonly Finding[];
}

type Row = Readonly<Record<string, string>>;

/** The last two digits of a code that only statistics use, e.g. 140171. */
const STATISTICAL_ZONE = /7\d$/;
/** Where neither a day nor a year is known; the same default as the campaign service's. */
const BEFORE_CAMPAIGN = '2022-01-01';

/** The tables that every deployment starts with (`apps/campaign/data`). */
export function readTables(): Tables {
  const cityNames = new Map(
    rowsOf('cities').map((row) => [cell(row, 'city_code'), cell(row, 'city_name_zh')]),
  );
  const standards = new Map(
    rowsOf('determination_standards').map((row) => [cell(row, 'standard_code'), standardOf(row)]),
  );
  return {
    counties: rowsOf('shanxi_divisions')
      .filter((row) => !STATISTICAL_ZONE.test(cell(row, 'county_code')))
      .map((row) => ({
        code: cell(row, 'county_code'),
        nameZh: cell(row, 'county_name_zh'),
        cityCode: cell(row, 'city_code'),
        cityNameZh: cityNames.get(cell(row, 'city_code')) ?? '',
      })),
    fieldNames: new Map(rowsOf('fields').map((row) => [cell(row, 'field_code'), cell(row, 'name_zh')])),
    standards,
    findings: rowsOf('determination_clauses').map(findingOf),
  };
}

function standardOf(row: Row): Standard {
  const code = cell(row, 'standard_code');
  const year = /-(20\d{2})(?:-|$)/.exec(code)?.[1];
  return {
    code,
    titleZh: cell(row, 'standard_title_zh'),
    fieldCode: cell(row, 'field_code'),
    // a first day that is not confirmed is 1 January of the year in the code
    effectiveFrom: cell(row, 'effective_from') || (year ? `${year}-01-01` : BEFORE_CAMPAIGN),
    effectiveTo: cell(row, 'effective_to') || null,
  };
}

function findingOf(row: Row): Finding {
  return {
    standardCode: cell(row, 'standard_code'),
    clauseNo: cell(row, 'clause_no'),
    kind: HazardKind.parse(cell(row, 'hazard_kind')),
    found: cell(row, 'typical_finding_zh'),
  };
}

function rowsOf(table: string): Row[] {
  const file = new URL(`../../../apps/campaign/data/${table}.tsv`, import.meta.url);
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

import type { HazardKind } from '@bihuan/contracts';
import type { Tables } from './tables.ts';
import { unlistedFindings } from './unlisted-findings.ts';

/** What an inspector may find, and the standard that makes a major hazard of it. */
export interface Finding {
  readonly standardCode: string;
  /** Null where the standard's clauses are not supplied. */
  readonly clauseNo: string | null;
  readonly kind: HazardKind;
  readonly found: string;
  /** Stands for the clause where there is none. */
  readonly reason?: string;
}

/** Everything that can be found, by field and day: a finding counts only while its standard is in force. */
export class Findings {
  private readonly seen = new Map<string, readonly Finding[]>();
  private readonly tables: Tables;
  private readonly all: readonly Finding[];

  constructor(tables: Tables) {
    this.tables = tables;
    this.all = [...tables.findings, ...unlistedFindings];
  }

  /** @param day `YYYY-MM-DD` */
  of(fieldCode: string, day: string): readonly Finding[] {
    const key = `${fieldCode} ${day}`;
    const known = this.seen.get(key);
    if (known) return known;
    const found = this.all.filter((finding) => this.counts(finding, fieldCode, day));
    this.seen.set(key, found);
    return found;
  }

  private counts({ standardCode }: Finding, fieldCode: string, day: string): boolean {
    const standard = this.tables.standards.get(standardCode);
    if (!standard) throw new Error(`standard ${standardCode} is not listed`);
    const { effectiveFrom, effectiveTo } = standard;
    return (
      standard.fieldCode === fieldCode && effectiveFrom <= day && (effectiveTo === null || day <= effectiveTo)
    );
  }
}

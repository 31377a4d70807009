import { type LedgerKind, ledgerColumns } from '@bihuan/contracts';
import { ReferenceBook } from '@bihuan/platform/reference';
import { referenceItem } from '@bihuan/testing/reference';
import { ledgerReference } from './ledger-world.ts';
import type { CheckContext } from '../domain/import/check-context.ts';
import { LedgerNames } from '../domain/import/ledger-names.ts';
import { RowReader } from '../domain/import/row-reader.ts';

const county = (code: string, nameZh: string, cityCode: string) =>
  referenceItem('place', code, { code, nameZh, nameEn: '', level: 'county', cityCode });
const items = [
  ...ledgerReference(),
  county('140107', '城区', '140100'),
  county('140202', '城区', '140200'),
  referenceItem('standard', 'NUM', {
    code: 'NUM',
    fieldCode: 'gas',
    titleZh: '有文号的标准',
    issuingNo: '建城规〔2023〕4号',
    issuerZh: '',
    clausesSupplied: 1,
  }),
  // As chemicals and fireworks are under one document.
  referenceItem('standard', 'NUM-FIRE', {
    code: 'NUM-FIRE',
    fieldCode: 'fire',
    titleZh: '同一文号的另一标准',
    issuingNo: '建城规〔2023〕4号',
    issuerZh: '',
    clausesSupplied: 1,
  }),
  referenceItem('clause', 'NUM.1', {
    code: 'NUM.1',
    standardCode: 'NUM',
    clauseNo: '第四条（一）',
    kind: 'illegal_act',
    labelZh: '',
    labelEn: '',
    typicalFindingZh: '',
  }),
];
const reference = new ReferenceBook();
reference.replace([...items, referenceItem('manifest', 'all', { code: 'all', items: items.length })]);

export function contextOf(history = false, campaignCode = 'SX2023'): CheckContext {
  const campaign = reference.requireCampaign(campaignCode, '2023-10-09');
  const names = new LedgerNames(reference, campaign);
  const now = new Date('2023-10-09T01:00:00Z');
  return { reference, names, campaign, today: '2023-10-09', now, history };
}

export type Cells = Readonly<Record<string, string | undefined>>;

/** The reader with a row whose columns stand in the order of the contracts. */
export function readerOf(ledger: LedgerKind, cells: Cells): RowReader {
  const names = Object.keys(ledgerColumns[ledger]);
  const columns = new Map(names.map((name, position) => [name, position]));
  const reader = new RowReader(ledger, { row: 1, texts: [], columns, ignored: [] });
  reader.open({ no: 2, cells: names.map((name) => cells[name] ?? '') }, undefined);
  return reader;
}

/** Errors of a row as `column: code`. */
export function wrong(
  ledger: LedgerKind,
  cells: Cells,
  check: (reader: RowReader, context: CheckContext) => unknown,
  context = contextOf(),
): string[] {
  const reader = readerOf(ledger, cells);
  const value = check(reader, context);
  if ((value === undefined) !== reader.errors.length > 0) throw new Error('refused without a reason');
  const names = Object.keys(ledgerColumns[ledger]);
  return reader.errors.map(({ column, code }) => `${names[column ?? -1] ?? ''}: ${code}`).sort();
}

import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { majorColumns } from '@bihuan/contracts';
import { isCreditCode } from '@bihuan/process-core';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { badClasses, badRowNumbers, type BadClass, withBadRows } from './bad-rows.ts';
import { columns, headings } from './cells.ts';
import { type Column, sampleLedger } from './ledger.ts';
import { readTables } from './tables.ts';
import { writeCsv } from './write-csv.ts';
import { sheetName, writeWorkbook } from './write-workbook.ts';

const tables = readTables();
const wish = { rows: 300, seed: 20_231_009, today: '2023-10-09' };
const good = sampleLedger(tables, wish);

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'bihuan-sample-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});
const place = (name: string) => join(directory, name);

async function readBack(path: string): Promise<exceljs.Worksheet> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(path);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual([sheetName]);
  return workbook.worksheets[0]!;
}

const cell = (sheet: exceljs.Worksheet, row: number, column: Column) =>
  sheet.getRow(row).getCell(columns.indexOf(column) + 1).value;

/** The day of a cell, whichever way it is written; nothing of an empty one. */
function dayOf(value: exceljs.CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const digits = /^(\d{4})\D?(\d\d?)\D?(\d\d?)日?$/.exec(value as string);
  return digits ? `${digits[1]!}-${digits[2]!.padStart(2, '0')}-${digits[3]!.padStart(2, '0')}` : 'no day';
}

describe('the workbook', () => {
  let sheet: exceljs.Worksheet;
  beforeAll(async () => {
    await writeWorkbook(place('good.xlsx'), good);
    sheet = await readBack(place('good.xlsx'));
  });

  it('has the usual headings of the ledger in its first row', () => {
    const first = sheet.getRow(1).values as string[];
    expect(first.slice(1)).toEqual(Object.values(majorColumns).map(({ heading }) => heading));
  });

  it('holds every row', () => {
    expect(sheet.rowCount).toBe(301);
    good.forEach((row, i) => {
      for (const column of ['unitName', 'creditCode', 'place', 'description', 'standard'] as const)
        expect(cell(sheet, i + 2, column)).toBe(row.cells[column]);
      for (const column of ['foundOn', 'registeredOn', 'deadline'] as const)
        expect(dayOf(cell(sheet, i + 2, column))).toBe(row.cells[column]);
      expect(cell(sheet, i + 2, 'struckOffOn') === null).toBe(row.cells.struckOffOn === undefined);
    });
  });

  it('has days as the sheet’s own dates in most rows, as texts of all forms in the others', () => {
    const written = good.map((_, i) => cell(sheet, i + 2, 'foundOn'));
    expect(written.filter((value) => value instanceof Date).length).toBeGreaterThan(150);
    const texts = written.filter((value) => typeof value === 'string');
    const forms = [/^\d{4}-\d\d-\d\d$/, /^\d{4}\/\d+\/\d+$/, /^\d{4}年\d+月\d+日$/, /^\d{8}$/];
    for (const form of forms) expect(texts.filter((text) => form.test(text))).not.toEqual([]);
    expect(texts.filter((text) => !forms.some((form) => form.test(text)))).toEqual([]);
  });

  it('is the same file at another time', async () => {
    const now = new Date('2030-01-01T00:00:00Z');
    jest.useFakeTimers({ now, doNotFake: ['setImmediate', 'setTimeout', 'nextTick', 'queueMicrotask'] });
    try {
      await writeWorkbook(place('later.xlsx'), good);
    } finally {
      jest.useRealTimers();
    }
    const [first, later] = await Promise.all([readFile(place('good.xlsx')), readFile(place('later.xlsx'))]);
    expect(first.equals(later)).toBe(true);
  });
});

describe('bad rows', () => {
  const rows = withBadRows(tables, good, wish, badClasses);
  const numbers = badRowNumbers(rows);
  let sheet: exceljs.Worksheet;
  beforeAll(async () => {
    await writeWorkbook(place('bad.xlsx'), rows);
    sheet = await readBack(place('bad.xlsx'));
  });

  it('are one in a hundred of each class, besides the good ones, in places given by the seed', () => {
    expect([...numbers.keys()].toSorted()).toEqual(badClasses.toSorted());
    for (const at of numbers.values()) expect(at).toHaveLength(3);
    expect(rows.filter((row) => !('wrong' in row))).toEqual(good);
    expect(withBadRows(tables, good, wish, badClasses)).toEqual(rows);
    expect(withBadRows(tables, good, { ...wish, seed: 1 }, badClasses)).not.toEqual(rows);
  });

  it('are one of each class at least', () => {
    const few = withBadRows(tables, good.slice(0, 10), wish, ['unknownField', 'missingDescription']);
    expect(few).toHaveLength(12);
  });

  const wrong: Record<BadClass, (row: number) => unknown> = {
    wrongCheckDigit: (row) => !isCreditCode(cell(sheet, row, 'creditCode') as string),
    unknownPlace: (row) =>
      !tables.counties.some(({ cityNameZh, nameZh }) => cell(sheet, row, 'place') === cityNameZh + nameZh),
    unknownClause: (row) => !tables.findings.some(({ clauseNo }) => clauseNo === cell(sheet, row, 'clause')),
    dateInFuture: (row) => dayOf(cell(sheet, row, 'struckOffOn')) > wish.today,
    strikeOffBeforeCompletion: (row) =>
      cell(sheet, row, 'struckOffOn') !== null &&
      dayOf(cell(sheet, row, 'struckOffOn')) < dayOf(cell(sheet, row, 'completedOn')),
    missingDescription: (row) => cell(sheet, row, 'description') === null,
    unknownField: (row) => ![...tables.fieldNames.values()].includes(cell(sheet, row, 'field') as string),
    formulaCell: (row) =>
      sheet.getRow(row).getCell(columns.indexOf('deadline') + 1).type === exceljs.ValueType.Formula,
    wrongDateForm: (row) => dayOf(cell(sheet, row, 'foundOn')) === 'no day',
  };
  it.each(badClasses)('of class %s are where they are said to be, and nowhere else', (badClass) => {
    const all = Array.from({ length: rows.length }, (_, i) => i + 2);
    const holding = all.filter((row) => {
      const absent = badClass === 'unknownClause' && cell(sheet, row, 'clause') === null;
      return !absent && wrong[badClass](row);
    });
    expect(holding).toEqual(numbers.get(badClass));
  });
});

describe('the file of comma separated values', () => {
  it('holds the same as text, in UTF-8 with its mark', async () => {
    const rows = withBadRows(tables, good, wish, ['unknownPlace']);
    await writeCsv(place('ledger.csv'), rows);
    const text = await readFile(place('ledger.csv'), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [first, ...lines] = parse(text, { bom: true });
    expect(first).toEqual(headings);
    expect(lines).toHaveLength(rows.length);
    rows.forEach((row, i) => {
      expect(lines[i]![columns.indexOf('description')]).toBe(row.cells.description);
      expect(dayOf(lines[i]![columns.indexOf('deadline')])).toBe(row.cells.deadline);
    });
  });

  it('quotes what needs it', async () => {
    const [row] = good;
    const odd = { ...row!, cells: { ...row!.cells, description: '甲,"乙"\n丙' } };
    await writeCsv(place('odd.csv'), [odd]);
    const [, line] = parse(await readFile(place('odd.csv'), 'utf8'), { bom: true });
    expect(line![columns.indexOf('description')]).toBe('甲,"乙"\n丙');
  });
});

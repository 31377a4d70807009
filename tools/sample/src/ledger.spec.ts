import { foundByWords } from '@bihuan/contracts';
import { addDays, isCreditCode } from '@bihuan/process-core';
import { describe, expect, it } from '@jest/globals';
import { type LedgerRow, sampleLedger } from './ledger.ts';
import { campaign } from './past.ts';
import { readTables } from './tables.ts';
import { unlistedFindings } from './unlisted-findings.ts';

const tables = readTables();
const wish = { rows: 1300, seed: 20_231_009, today: '2023-10-09' };
const ledger = sampleLedger(tables, wish);
const cells = ledger.map((row) => row.cells);
const share = (rows: readonly unknown[], of: readonly unknown[] = cells) => rows.length / of.length;

/** In the order in which it may happen; the deadline is a promise and no event. */
const course = [
  'foundOn',
  'registeredOn',
  'handedOverOn',
  'territorialAnsweredOn',
  'planFiledOn',
  'completedOn',
  'acceptedOn',
  'struckOffOn',
] as const;

describe('the sample ledger', () => {
  it('is the same for the same seed, another for another', () => {
    expect(sampleLedger(tables, wish)).toEqual(ledger);
    expect(sampleLedger(tables, { ...wish, seed: 1 })).not.toEqual(ledger);
  });

  it('lies in counties of GB/T 2260, in every city', () => {
    expect(tables.counties).toHaveLength(117);
    const places = new Map(tables.counties.map((place) => [`${place.cityNameZh}${place.nameZh}`, place]));
    const found = cells.map(({ place = '' }) => places.get(place));
    expect(found.filter((place) => place === undefined)).toEqual([]);
    expect(new Set(found.map((place) => place?.cityCode)).size).toBe(11);
  });

  it('has mines in the mining cities rather than elsewhere, and none in the towns', () => {
    const mines = cells.filter(({ field }) => field === '煤矿');
    const inCity = (city: string) => mines.filter(({ place = '' }) => place.startsWith(city)).length;
    expect(inCity('吕梁市')).toBeGreaterThan(4 * inCity('运城市'));
    expect(mines.filter(({ place = '' }) => /小店区|迎泽区|平城区|潞州区/.test(place))).toEqual([]);
  });

  it('never finds the same at the same unit twice, and several things at some units', () => {
    const findings = cells.map(({ creditCode, standard, clause, description }) =>
      [creditCode, standard, clause ?? description].join(),
    );
    expect(new Set(findings).size).toBe(1300);
    const units = new Set(cells.map(({ creditCode }) => creditCode));
    expect(units.size).toBeLessThan(1250);
    expect(units.size).toBe(new Set(cells.map(({ unitName }) => unitName)).size);
  });
});

describe.each([
  ['2023-10-09', 1300, 20_231_009],
  ['2023-10-09', 1300, 7],
  ['2023-06-14', 500, 3],
  ['2023-04-25', 20, 4],
  ['2024-02-29', 800, 5],
])('a ledger brought on %s with %i rows of seed %i', (today, rows, seed) => {
  const table: LedgerRow['cells'][] = sampleLedger(tables, { rows, seed, today }).map((row) => row.cells);

  it('has the rows wished for, each with its required cells', () => {
    expect(table).toHaveLength(rows);
    const required = [
      'unitName',
      'place',
      'address',
      'field',
      'standard',
      'kind',
      'foundOn',
      'description',
    ] as const;
    expect(table.filter((row) => required.some((column) => !row[column]))).toEqual([]);
  });

  it('has valid credit codes', () => {
    expect(table.filter(({ creditCode = '' }) => !isCreditCode(creditCode))).toEqual([]);
  });

  it('cites standards of the field in force on the day, by a clause or by a reason', () => {
    const standards = new Map([...tables.standards.values()].map((standard) => [standard.titleZh, standard]));
    for (const { standard = '', clause, clauseReason, field = '', foundOn = '', description } of table) {
      const cited = standards.get(standard);
      expect(tables.fieldNames.get(cited?.fieldCode ?? '')).toBe(field);
      expect([cited?.effectiveFrom, foundOn, cited?.effectiveTo ?? '9999']).toEqual(
        [cited?.effectiveFrom, foundOn, cited?.effectiveTo ?? '9999'].sort(),
      );
      const known = clause === undefined ? unlistedFindings : tables.findings;
      expect(known).toContainEqual(
        expect.objectContaining({
          standardCode: cited?.code,
          clauseNo: clause ?? null,
          found: description,
          ...(clauseReason !== undefined && { reason: clauseReason }),
        }),
      );
    }
  });

  it('tells its days in order, none later than today and none without the one before', () => {
    for (const row of table) {
      const told = course.map((column) => row[column]);
      const days = told.filter((day) => day !== undefined);
      expect(days).toEqual(days.toSorted());
      expect(days.at(-1)! <= today).toBe(true);
      expect(told.slice(0, days.length)).toEqual(days);
      if (row.planFiledOn) expect(row.industryAnsweredOn! <= row.planFiledOn).toBe(true);
      expect(row.deadline! > row.registeredOn!).toBe(true);
      expect(row.deadline! <= addDays(row.registeredOn!, 365)).toBe(true);
    }
  });

  it('is in the order of the findings, within the campaign', () => {
    const days = table.map(({ foundOn = '' }) => foundOn);
    expect(days).toEqual(days.toSorted());
    expect(days[0]! >= campaign.from).toBe(true);
    expect(table.filter(({ registeredOn = '' }) => registeredOn > campaign.to)).toEqual([]);
  });
});

describe('the shares of a ledger of 1,300', () => {
  const open = cells.filter(({ struckOffOn }) => struckOffOn === undefined);
  const finished = cells.filter(({ struckOffOn }) => struckOffOn !== undefined);

  it('are four fifths struck off, one in ten of them rectified late', () => {
    expect(share(finished)).toBeCloseTo(0.8, 2);
    const late = finished.filter(({ completedOn = '', deadline = '' }) => completedOn > deadline);
    expect(share(late, finished)).toBeGreaterThan(0.07);
    expect(share(late, finished)).toBeLessThan(0.13);
  });

  it('of the open ones: in time, overdue, awaiting acceptance, and the newest not answered', () => {
    const rectifying = open.filter(({ completedOn }) => completedOn === undefined);
    const overdue = rectifying.filter(({ deadline = '' }) => deadline < wish.today);
    const unanswered = open.filter((row) => !row.territorialAnsweredOn || !row.industryAnsweredOn);
    expect(overdue.length).toBeGreaterThan(20);
    expect(rectifying.length - overdue.length).toBeGreaterThan(20);
    expect(open.length - rectifying.length).toBeGreaterThan(20);
    expect(unanswered.length).toBeGreaterThan(5);
    expect(unanswered.filter(({ foundOn = '' }) => foundOn < '2023-09-26')).toEqual([]);
  });

  it('are a few found by the enterprise itself, most by inspections', () => {
    const by = (word: string) => share(cells.filter(({ foundBy }) => foundBy === word));
    expect(by(foundByWords.enterprise)).toBeCloseTo(0.12, 1);
    expect(by(foundByWords.inspection)).toBeGreaterThan(0.7);
  });

  it('are more on the last two days of a month than on the others', () => {
    const on = (...days: string[]) => cells.filter(({ foundOn = '' }) => days.includes(foundOn)).length;
    // Tuesdays to Thursdays
    expect(on('2023-05-30', '2023-05-31', '2023-08-30', '2023-08-31')).toBeGreaterThan(
      2 * on('2023-05-16', '2023-05-17', '2023-08-16', '2023-08-17'),
    );
  });

  it('have the heavy fields first, and gas only once its standard is in force', () => {
    const of = (field: string) => cells.filter((row) => row.field === field);
    expect(share(of('煤矿'))).toBeGreaterThan(0.15);
    expect(share(of('渔业船舶'))).toBeLessThan(0.02);
    expect(of('城镇燃气').length).toBeGreaterThan(5);
    expect(of('城镇燃气').filter(({ foundOn = '' }) => foundOn < '2023-09-21')).toEqual([]);
  });
});

import { existsSync, readdirSync } from 'node:fs';
import type { HazardDetail } from '@bihuan/contracts';
import { assertNoDrift } from '@bihuan/platform/persistence';
import { StorageConfig } from '@bihuan/platform/storage';
import type { TestService } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import {
  brought,
  countOf,
  csv,
  errorsOf,
  generalRow,
  majorRow,
  table,
  xlsx,
} from '../../__fixtures__/import-world.ts';
import { handler, startLedger } from '../../__fixtures__/ledger-world.ts';

/** A number for each test's own units: hazards of other tests are no duplicates. */
let serial = 0;
const description = () => `第 ${(serial += 1)} 项隐患`;
const address = description;

describe('bringing a ledger', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startLedger();
  }, 60_000);

  afterAll(() => service.close());

  const files = (): string[] => {
    const folder = `${service.app.get(StorageConfig).directory}/imports`;
    return existsSync(folder) ? readdirSync(folder) : [];
  };

  it('keeps tables and entities the same', () => assertNoDrift(service.app.get(DataSource)));

  it('puts the hazards of a workbook into the ledger, each with number, fact and audit entry', async () => {
    const rows = Array.from({ length: 3 }, (_, i) => ({
      ...majorRow,
      unitName: `某液化气站${i}`,
      creditCode: undefined,
      address: address(),
    }));
    const before = await Promise.all(['hazard', 'outbox', 'audit_entry'].map((t) => countOf(service, t)));
    const file = await xlsx([['某市重大事故隐患台账'], [], ...table('major', rows)]);
    const reply = await brought(service, file, { mode: 'allOrNothing' });
    expect(reply).toMatchObject({
      state: 'completed',
      problem: null,
      rows: { read: 3, good: 3, bad: 0, duplicate: 0, inserted: 3 },
      bytes: { read: file.length, total: file.length },
      importedBy: { orgCode: 'SX-OFFICE', person: 'office-1' },
    });
    const after = await Promise.all(['hazard', 'outbox', 'audit_entry'].map((t) => countOf(service, t)));
    expect(after.map((n, i) => n - (before[i] ?? 0))).toEqual([3, 3, 5]);

    const list = await service.as(handler).get<{ items: { hazardNo: string }[] }>('/hazards?limit=3');
    const detail = await service.as(handler).get<HazardDetail>(`/hazards/${list.body.items[0]!.hazardNo}`);
    expect(detail.body).toMatchObject({
      kind: 'illegal_act',
      cityName: '太原市',
      clauseNo: '4.1',
      importId: reply.id,
      deadline: '2023-11-08T10:00:00.000Z',
      registeredBy: { orgCode: 'SX-OFFICE', person: 'office-1' },
    });
    const ofImport = await service
      .as(handler)
      .get<{ items: { hazardNo: string }[] }>(`/hazards?importId=${reply.id}`);
    expect(ofImport.body.items.map(({ hazardNo }) => hazardNo)).toEqual(
      list.body.items.map((one) => one.hazardNo),
    );
    await eventually(files, (left) => left.length === 0);
  });

  it('brings the past of a ledger from an older system', async () => {
    const past = {
      ...majorRow,
      standard: 'GAS-2023',
      foundOn: '2023-09-21',
      address: address(),
      description: description(),
      registeredOn: '2023年9月22日',
      handedOverOn: '2023/9/23',
      territorialAnsweredOn: '2023-09-24',
      completedOn: '20231001',
      struckOffOn: '45201',
    };
    const reply = await brought(service, csv(table('major', [past])), { history: true });
    expect(reply).toMatchObject({ state: 'completed', history: true, rows: { inserted: 1 } });
    const [row] = await service.database.asSuperuser(
      `SELECT hazard_no, history, envelope->'data'->'history' AS told, registered_at, deadline
       FROM hazard JOIN outbox ON key = hazard_no WHERE import_id = '${reply.id}'`,
    );
    expect(row?.['hazard_no']).toMatch(/^SX2023-140105-GAS-202309-/);
    expect(row?.['registered_at']).toEqual(new Date('2023-09-22T01:00:00Z'));
    // Thirty days on is a Sunday.
    expect(row?.['deadline']).toEqual(new Date('2023-10-23T10:00:00Z'));
    expect(row?.['history']).toEqual({
      reportedBy: 'SX-OFFICE',
      reportedByName: '省专项行动领导组办公室',
      reportedAt: '2023-10-09T01:00:00.000Z',
      importId: reply.id,
      handovers: [
        {
          track: 'territorial',
          dispatchedAt: '2023-09-23T01:00:00.000Z',
          answeredAt: '2023-09-24T01:00:00.000Z',
        },
        { track: 'industry', dispatchedAt: '2023-09-23T01:00:00.000Z', answeredAt: null },
      ],
      planFiledAt: null,
      completedAt: '2023-10-01T01:00:00.000Z',
      acceptedAt: null,
      struckOffAt: '2023-10-02T01:00:00.000Z',
    });
    expect(row?.['told']).toEqual(row?.['history']);
  });

  it('imports nothing where a row is bad and all or nothing was asked for, and names every error', async () => {
    const before = await countOf(service, 'hazard');
    const rows = [
      { ...majorRow, address: address(), unitName: '甲', creditCode: undefined },
      { ...majorRow, place: '无名县', kind: '别的', foundOn: '2023-13-40', creditCode: '91330424MA28AQAQX0' },
    ];
    const reply = await brought(service, csv(table('major', rows)));
    expect(reply).toMatchObject({
      state: 'rejected',
      problem: { code: 'import.rowsRefused' },
      rows: { read: 2, good: 1, bad: 1, inserted: 0 },
    });
    expect(await countOf(service, 'hazard')).toBe(before);
    const errors = await errorsOf(service, reply.id);
    expect(errors.map(({ row, column, code }) => [row, column?.letter, column?.heading, code])).toEqual(
      expect.arrayContaining([
        [3, 'B', '统一社会信用代码', 'unit.creditCodeInvalid'],
        [3, 'C', '县（市、区）', 'place.unknown'],
        [3, 'H', '隐患类别', 'import.word'],
        [3, 'I', '发现日期', 'import.date'],
      ]),
    );
    expect(errors).toHaveLength(4);
    expect(errors[0]?.message).toBe('The unified social credit code has a wrong check digit');
  });

  it('accepts the good rows beside bad ones where that was asked for', async () => {
    const rows = [
      { ...majorRow, unitName: '乙', creditCode: undefined },
      { ...majorRow, unitName: '', creditCode: undefined },
    ];
    const reply = await brought(service, csv(table('major', rows)), { mode: 'acceptGood' });
    expect(reply).toMatchObject({
      state: 'completed',
      rows: { read: 2, good: 1, bad: 1, inserted: 1 },
    });
  });

  it('reports what is there already, with its number, and does not insert it twice', async () => {
    const row = { ...majorRow, unitName: '丙', creditCode: undefined };
    const first = await brought(service, csv(table('major', [row, { ...row, foundOn: '2023-10-07' }])));
    expect(first).toMatchObject({ state: 'completed', rows: { good: 1, duplicate: 1, inserted: 1 } });
    expect((await errorsOf(service, first.id))[0]).toMatchObject({
      row: 3,
      column: null,
      code: 'import.twiceInFile',
      message: 'The same as row 2',
      duplicate: true,
    });
    const second = await brought(service, csv(table('major', [row])));
    expect(second).toMatchObject({ state: 'completed', rows: { good: 0, duplicate: 1, inserted: 0 } });
    const [there] = await service.database.asSuperuser(
      `SELECT hazard_no FROM hazard WHERE import_id = '${first.id}'`,
    );
    expect((await errorsOf(service, second.id))[0]?.message).toBe(
      `The hazard is in the ledger already: ${String(there?.['hazard_no'])}`,
    );
  });

  it('does not count a withdrawn hazard as there, nor names one that the organisation may not see', async () => {
    const [there, gone] = [address(), address()];
    const rows = [there, gone].map((text) => ({ ...majorRow, address: text, clause: '4.1' }));
    const unit = (n: number) => ({ creditCode: undefined, unitName: `另一液化气站${n}` });
    const file = csv(
      table(
        'major',
        rows.map((row, n) => ({ ...row, ...unit(n) })),
      ),
    );
    await brought(service, file, { mode: 'acceptGood' });
    const status = `hazard_status WHERE hazard_no IN (SELECT hazard_no FROM hazard WHERE address = '${gone}')`;
    await eventually(
      () => countOf(service, status),
      (n) => n === 1,
    );
    await service.database.asSuperuser(
      `UPDATE hazard_status SET state = 'withdrawn'
       WHERE hazard_no IN (SELECT hazard_no FROM hazard WHERE address = $1)`,
      [gone],
    );
    const elsewhere = { office: { role: 'handler' as const, orgCode: 'DT', campaignOffice: false } };
    const again = await brought(service, file, { mode: 'acceptGood', caller: elsewhere });
    expect(again).toMatchObject({ rows: { duplicate: 1, inserted: 1 } });
    expect((await errorsOf(service, again.id)).map(({ code, row }) => [code, row])).toEqual([
      ['import.generalThere', 2],
    ]);
  });

  it('keeps general hazards and counts, and tells their figures by city', async () => {
    const september = { ...generalRow, foundOn: '2023-09-08', fixedOn: '2023-09-09' };
    const rows = [
      { ...september, description: description() },
      { ...september, description: description(), fixedOn: '' },
      { ...generalRow, place: '无名县' },
    ];
    const general = await brought(service, csv(table('general', rows)), {
      ledger: 'general',
      mode: 'acceptGood',
    });
    expect(general).toMatchObject({ state: 'completed', rows: { good: 2, bad: 1, inserted: 2 } });
    const again = await brought(service, csv(table('general', rows.slice(0, 2))), { ledger: 'general' });
    expect(again).toMatchObject({ state: 'completed', rows: { good: 0, duplicate: 2, inserted: 0 } });
    expect((await errorsOf(service, again.id)).map(({ row, code }) => [row, code])).toEqual([
      [2, 'import.generalThere'],
      [3, 'import.generalThere'],
    ]);

    const counted = { ...generalRow, month: '2023年9月', found: '12', fixed: '10' };
    const { unitName, creditCode, place, field, month, found, fixed } = counted;
    const counts = table('generalCounts', [{ unitName, creditCode, place, field, month, found, fixed }]);
    const count = await brought(service, csv(counts), { ledger: 'generalCounts' });
    expect(count).toMatchObject({ state: 'completed', rows: { inserted: 1 } });

    const figures = await service.as(handler).get('/general-hazards?month=2023-09');
    expect(figures.body).toEqual({
      month: '2023-09',
      cities: [{ cityCode: '140100', found: 14, fixed: 11 }],
    });
    const elsewhere = await service
      .as({ scope: { cities: ['140200'] } })
      .get('/general-hazards?month=2023-09');
    expect(elsewhere.body).toEqual({ month: '2023-09', cities: [] });
  });
});

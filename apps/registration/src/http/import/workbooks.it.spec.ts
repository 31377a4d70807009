import type { ImportReply, LedgerKind } from '@bihuan/contracts';
import { ledgerColumns, LedgerKind as kinds } from '@bihuan/contracts';
import type { TestService } from '@bihuan/testing/service';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { brought, csv, majorRow, table, xlsx } from '../../__fixtures__/import-world.ts';
import { handler, startLedger } from '../../__fixtures__/ledger-world.ts';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const argbOf = ({ fill }: { readonly fill?: exceljs.Fill }) =>
  fill?.type === 'pattern' ? (fill.fgColor?.argb ?? null) : null;
const noteOf = (cell: exceljs.Cell) =>
  typeof cell.note === 'object' ? (cell.note.texts ?? []).map(({ text }) => text).join('') : cell.note;

describe('workbooks of imports', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await startLedger();
  }, 60_000);

  afterAll(() => service.close());

  async function open(path: string): Promise<exceljs.Workbook> {
    const { status, headers, body } = await service.as(handler).get<Buffer>(path);
    expect([status, headers.get('content-type')]).toEqual([200, WORKBOOK]);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(body as unknown as ArrayBuffer);
    return workbook;
  }

  it('show the refused rows as they stand in the file, the wrong cells filled and noted', async () => {
    const unit = { creditCode: undefined, unitName: '甲' };
    const [header = [], ...rows] = table('major', [
      { ...majorRow, ...unit },
      { ...majorRow, ...unit, place: '无名县', kind: '=1+1', foundOn: '2023年10月8日' },
      { ...majorRow, ...unit, foundOn: '2023-10-07' },
    ]);
    const file = await xlsx([
      ['台账'],
      ['序号', ...header, '备注'],
      ...rows.map((row, i) => [i + 1, ...row, `注${i}`]),
    ]);
    const { id, ignoredColumns } = await brought(service, file, { mode: 'acceptGood' });
    expect(ignoredColumns).toEqual(['序号', '备注']);

    const sheet = (await open(`/hazards/imports/${id}/errors.xlsx`)).worksheets[0]!;
    const texts = (no: number) =>
      Array.from(sheet.getRow(no).values as unknown[], (value) => value ?? '').slice(1);
    expect(texts(1)).toEqual(['Errors 错误说明', '序号', ...header, '备注']);
    expect(texts(2)).toEqual([
      'Row 4: [县（市、区）] Place 无名县 does not exist or is not in force on that day; [隐患类别] "=1+1" must be one of: 设备设施缺陷、违法行为、管理缺陷',
      '2',
      ...rows[1]!,
      '注1',
    ]);
    expect(texts(3)).toEqual(['Row 5: The same as row 3', '3', ...rows[2]!, '注2']);
    expect(sheet.rowCount).toBe(3);

    const place = sheet.getCell(2, header.indexOf('县（市、区）') + 3);
    const kind = sheet.getCell(2, header.indexOf('隐患类别') + 3);
    expect([place.value, argbOf(place), noteOf(place)]).toEqual([
      '无名县',
      'FFFF7C80',
      'Place 无名县 does not exist or is not in force on that day',
    ]);
    expect([kind.value, argbOf(kind)]).toEqual(['=1+1', 'FFFF7C80']);
    expect(kind.type).toBe(exceljs.ValueType.String);
    expect(argbOf(sheet.getCell(2, header.indexOf('隐患描述') + 3))).toBeNull();
    expect(argbOf(sheet.getCell('A3'))).toBe('FFD9D9D9');
  });

  it('come back mended: the workbook with the errors is itself a ledger', async () => {
    const [header = [], row = []] = table('major', [
      { ...majorRow, creditCode: undefined, unitName: '乙', place: '无名县' },
    ]);
    const { id } = await brought(service, csv([header, row]));
    const workbook = await open(`/hazards/imports/${id}/errors.xlsx`);
    workbook.worksheets[0]!.getCell(2, header.indexOf('县（市、区）') + 2).value = '小店区';
    const mended = Buffer.from(await workbook.xlsx.writeBuffer());
    expect(await brought(service, mended)).toMatchObject({ state: 'completed', rows: { inserted: 1 } });
  });

  it.each(kinds)(
    'give a template of the ledger %s, whose example can be imported',
    async (ledger: LedgerKind) => {
      const workbook = await open(`/hazards/imports/template.xlsx?ledger=${ledger}`);
      const [filled, explained] = workbook.worksheets;
      const columns = Object.values(ledgerColumns[ledger]);
      expect((filled!.getRow(1).values as string[]).slice(1)).toEqual(
        columns.map(({ heading, required }) => (required ? `${heading}*` : heading)),
      );
      expect(explained!.getColumn(1).values.slice(2, columns.length + 2)).toEqual(
        columns.map(({ heading }) => heading),
      );
      // Field and standard of the example are not among the test's reference data.
      const example = filled!.getRow(2);
      columns.forEach(({ heading }, i) => {
        if (heading === '行业领域') example.getCell(i + 1).value = '燃气';
        if (heading === '判定标准') example.getCell(i + 1).value = 'GAS-2023';
        if (heading === '判定条款') example.getCell(i + 1).value = '4.1';
      });
      const file = Buffer.from(await workbook.xlsx.writeBuffer());
      const reply: ImportReply = await brought(service, file, { ledger });
      expect(reply).toMatchObject({ state: 'completed', rows: { read: 1, inserted: 1 } });
    },
  );
});

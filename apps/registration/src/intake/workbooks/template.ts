import { foundByWords, kindWords, type LedgerKind } from '@bihuan/contracts';
import type { Worksheet } from 'exceljs';
import { columnsOf } from '../../domain/import/headings.ts';
import { pastColumns } from '../../domain/import/past.ts';
import { bold, exceljs } from './exceljs.ts';

/** Left empty in the example: only a ledger with its past fills them. */
const ofPast: ReadonlySet<string> = new Set(pastColumns);
const REQUIRED = 'FFFFE699';
const WIDTH = 20;

/** Words that a column takes, where they are a closed set. */
const allowed: Readonly<Record<string, string>> = {
  kind: Object.values(kindWords).join('、'),
  foundBy: Object.values(foundByWords).join('、'),
  massCasualties: '是、否',
};

/** A workbook to fill in: the headings of a ledger with an example, and a second sheet that explains them. */
export async function templateWorkbook(ledger: LedgerKind): Promise<Buffer> {
  const { Workbook } = await exceljs();
  const workbook = new Workbook();
  fillIn(workbook.addWorksheet('台账'), ledger);
  explain(workbook.addWorksheet('填写说明'), ledger);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function fillIn(sheet: Worksheet, ledger: LedgerKind): void {
  const columns = columnsOf(ledger).map(([, column]) => column);
  const header = sheet.addRow(columns.map(({ heading, required }) => (required ? `${heading}*` : heading)));
  header.font = bold;
  columns.forEach(({ required }, i) => {
    const column = sheet.getColumn(i + 1);
    column.width = WIDTH;
    // As text: a spreadsheet would make other things of dates and of long numbers.
    column.numFmt = '@';
    if (required)
      header.getCell(i + 1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: REQUIRED } };
  });
  sheet.addRow(columnsOf(ledger).map(([name, { example }]) => (ofPast.has(name) ? '' : example)));
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
}

function explain(sheet: Worksheet, ledger: LedgerKind): void {
  sheet.addRow(['列', '必填', '说明', '示例', '可用的值', '也可写作']).font = bold;
  for (const [name, { heading, required, note, example, variants }] of columnsOf(ledger))
    sheet.addRow([heading, required ? '是' : '否', note, example, allowed[name] ?? '', variants.join('、')]);
  sheet.addRow([]);
  sheet.addRow(['带 * 的列必填。导入前请删除示例行。']);
  [18, 6, 50, 22, 40, 60].forEach((width, i) => {
    sheet.getColumn(i + 1).width = width;
  });
}

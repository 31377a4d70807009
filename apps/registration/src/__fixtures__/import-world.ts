import { type ImportReply, type ImportRowError, ledgerColumns, type LedgerKind } from '@bihuan/contracts';
import type { TestAnswer, TestService } from '@bihuan/testing/service';
import { eventually } from '@bihuan/testing/temporal';
import exceljs from 'exceljs';
import { handler } from './ledger-world.ts';

type Caller = Parameters<TestService['as']>[0];
type Cells = Readonly<Record<string, string | undefined>>;

export interface Bringing {
  readonly ledger?: LedgerKind;
  readonly mode?: 'allOrNothing' | 'acceptGood';
  readonly history?: boolean;
  readonly name?: string;
  readonly caller?: Caller;
  readonly key?: string;
  readonly campaignCode?: string;
}

/** A good row of the ledger of major hazards, by the names of its columns. */
export const majorRow = {
  unitName: '某液化气站',
  creditCode: '91330424MA28AQAQXU',
  place: '小店区',
  address: '平阳路 1 号',
  field: '燃气',
  standard: 'GAS-2023',
  clause: '4.1',
  kind: '违法行为',
  foundOn: '2023-10-08',
  description: '无许可证经营燃气',
  stateAndCause: '现场不能出示许可证',
  harmAndDifficulty: '可能泄漏爆炸',
} satisfies Cells;

/** A good row of general hazards. */
export const generalRow = {
  unitName: '某液化气站',
  creditCode: '91330424MA28AQAQXU',
  place: '小店区',
  field: '燃气',
  foundOn: '2023-10-08',
  description: '灭火器过期',
  fixedOn: '2023-10-09',
} satisfies Cells;

/** Header and rows by the headings of a ledger; only the columns that a row names. */
export function table(ledger: LedgerKind, rows: readonly Cells[]): string[][] {
  const columns = Object.entries(ledgerColumns[ledger]).filter(([name]) => rows.some((row) => name in row));
  return [
    columns.map(([, { heading }]) => heading),
    ...rows.map((row) => columns.map(([name]) => row[name] ?? '')),
  ];
}

export const csv = (lines: readonly (readonly string[])[]): Buffer =>
  Buffer.from(lines.map((cells) => cells.map(quoted).join(',')).join('\r\n'));

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export async function xlsx(
  lines: readonly (readonly unknown[])[],
  change: (sheet: exceljs.Worksheet, workbook: exceljs.Workbook) => void = () => undefined,
): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('台账');
  for (const cells of lines) sheet.addRow([...cells]);
  change(sheet, workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Sends a file as an office does. */
export function bring(
  service: TestService,
  file: Buffer,
  { caller = handler, key, name = 'ledger.xlsx', ...options }: Bringing = {},
): Promise<TestAnswer<ImportReply>> {
  const form = new FormData();
  for (const [field, value] of Object.entries({ campaignCode: 'SX2023', ...options }))
    form.append(field, String(value));
  form.append('file', new Blob([new Uint8Array(file)]), name);
  return service.as(caller).post<ImportReply>('/hazards/imports', form, key);
}

/** The import at its end. */
export function ended(service: TestService, id: string, limitMs = 20_000): Promise<ImportReply> {
  return eventually(
    async () => (await service.as().get<ImportReply>(`/hazards/imports/${id}`)).body,
    ({ state }) => ['completed', 'rejected', 'cancelled', 'failed'].includes(state),
    limitMs,
  );
}

/** Sends a file and waits for the end of its import. */
export async function brought(
  service: TestService,
  file: Buffer,
  options: Bringing = {},
): Promise<ImportReply> {
  const { status, body } = await bring(service, file, options);
  if (status !== 202) throw new Error(`not taken: ${JSON.stringify(body)}`);
  return ended(service, body.id);
}

export async function errorsOf(service: TestService, id: string): Promise<ImportRowError[]> {
  const { body } = await service
    .as()
    .get<{ items: ImportRowError[] }>(`/hazards/imports/${id}/errors?limit=200`);
  return body.items;
}

export async function countOf(service: TestService, table: string): Promise<number> {
  const [row] = await service.database.asSuperuser(`SELECT count(*)::integer AS n FROM ${table}`);
  return Number(row?.['n']);
}

import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generalColumns } from '@bihuan/contracts';
import { creditCodeFor } from '@bihuan/process-core';
import { oneOf, seeded } from '../harness/random.ts';
import { counties } from '../registration/hazards.ts';

/** Cells of a row, by the columns of the contract. */
type Cells = Readonly<Record<keyof typeof generalColumns, string>>;

/** What stands in a file. */
export interface LedgerFile {
  readonly path: string;
  /** Rows that belong into the ledger. */
  readonly good: number;
}

const UNITS = 20_000;
const BAD_EVERY = 100;
const DUPLICATE_EVERY = 100;
const PIECE_ROWS = 2_000;
const fields = ['城镇燃气', '煤矿', '危险化学品', '消防', '建筑施工', '道路运输'] as const;
const findings = [
  '灭火器压力不足，未按月检查并记录',
  '配电箱未上锁，线路敷设不规范，缺少接地标识',
  '作业人员未佩戴劳动防护用品，现场无人监护',
  '安全出口堆放杂物，疏散指示标志损坏',
  '特种设备未在检验有效期内，台账缺失',
] as const;

/** What is wrong with bad rows, in turn. */
const faults: readonly ((cells: Cells) => Cells)[] = [
  (cells) => ({ ...cells, place: '太原市不存在区' }),
  (cells) => ({ ...cells, foundOn: '2023-13-40' }),
  (cells) => ({ ...cells, description: '' }),
  (cells) => ({
    ...cells,
    creditCode: cells.creditCode.slice(0, 17) + (cells.creditCode.endsWith('0') ? '1' : '0'),
  }),
  (cells) => ({ ...cells, field: '不存在的领域' }),
];

/** Writes a ledger of general hazards: one row in a hundred is bad, one in a hundred stands there twice. */
export async function writeLedger(path: string, rows: number, seed = 20_231_009): Promise<LedgerFile> {
  let good = 0;
  function* pieces(): Generator<string> {
    const random = seeded(seed);
    let before = cellsOf(random, 0);
    yield lineOf(Object.values(generalColumns).map(({ heading }) => heading));
    for (let from = 0; from < rows; from += PIECE_ROWS) {
      const lines = [];
      for (let n = from; n < Math.min(rows, from + PIECE_ROWS); n += 1) {
        const fault = n % BAD_EVERY === 50 ? faults[Math.floor(n / BAD_EVERY) % faults.length] : undefined;
        const isDuplicate = n % DUPLICATE_EVERY === 75;
        const cells = isDuplicate ? before : cellsOf(random, n);
        if (!fault && !isDuplicate) [good, before] = [good + 1, cells];
        lines.push(lineOf(Object.values(fault ? fault(cells) : cells)));
      }
      yield lines.join('');
    }
  }
  await pipeline(Readable.from(pieces()), createWriteStream(path));
  return { path, good };
}

function cellsOf(random: () => number, n: number): Cells {
  const unit = Math.floor(random() * UNITS);
  const day = 1 + Math.floor(random() * 28);
  const month = 5 + Math.floor(random() * 5);
  const foundOn = `2023-${pad(month)}-${pad(day)}`;
  return {
    unitName: `山西某某有限责任公司第${unit}分公司`,
    creditCode: creditCodeFor(`911400${String(100_000_000 + unit)}MA`.slice(0, 17).padEnd(17, 'A')),
    place: oneOf(random, counties),
    field: oneOf(random, fields),
    foundOn,
    description: `${oneOf(random, findings)}（第 ${n} 项）`,
    fixedOn: random() < 0.8 ? foundOn : '',
  };
}

const pad = (value: number) => String(value).padStart(2, '0');
const lineOf = (cells: readonly string[]) => `${cells.map(cellOf).join(',')}\n`;
const cellOf = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

import { resolve } from 'node:path';
import { badClasses, badRowNumbers, type SheetRow, withBadRows } from './bad-rows.ts';
import { sampleLedger } from './ledger.ts';
import { readOptions, type SampleOptions } from './options.ts';
import { readTables } from './tables.ts';
import { writeCsv } from './write-csv.ts';
import { writeWorkbook } from './write-workbook.ts';

/** `npm run sample`: writes a ledger into a file; needs no running product. */
function rowsOf(options: SampleOptions): SheetRow[] {
  const tables = readTables();
  const good = sampleLedger(tables, options);
  if (!options.bad) return good;
  // a file of comma separated values has no formulas, only text
  const classes = badClasses.filter((wrong) => !(options.csv && wrong === 'formulaCell'));
  return withBadRows(tables, good, options, classes);
}

function report(rows: readonly SheetRow[], options: SampleOptions): void {
  console.log(`${rows.length} rows, ${rows.length - options.rows} of them bad: ${resolve(options.out)}`);
  for (const [wrong, numbers] of badRowNumbers(rows)) console.log(`${wrong}: rows ${numbers.join(', ')}`);
}

try {
  const options = readOptions(process.argv.slice(2));
  const rows = rowsOf(options);
  await (options.csv ? writeCsv : writeWorkbook)(options.out, rows);
  report(rows, options);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

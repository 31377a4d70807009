import type { Readable } from 'node:stream';
import type { LedgerKind } from '@bihuan/contracts';
import { HEADER_WITHIN, headingsIn } from '../../domain/import/headings.ts';
import type { SheetRow } from '../../domain/import/row-error.ts';
import { limits } from '../limits.ts';
import { RowGate } from '../row-gate.ts';
import type { Sheet } from '../sheet.ts';
import { CsvSplitter } from './csv-splitter.ts';
import { decoderOf, type Encoding } from './text-encoding.ts';

const separators = [',', '\t', ';'] as const;

/** A text with a row a line: comma, tab or semicolon separate its cells, as its header says. */
export class CsvSheet implements Sheet {
  #bytes = 0;

  constructor(
    private readonly open: () => Promise<Readable>,
    private readonly encoding: Encoding,
    private readonly ledger: LedgerKind,
  ) {}

  bytesRead(): number {
    return this.#bytes;
  }

  mergedBelow(): ReadonlyMap<number, number> {
    return new Map();
  }

  async *rows(): AsyncGenerator<readonly SheetRow[]> {
    const stream = await this.open();
    const decoder = decoderOf(this.encoding);
    const gate = new RowGate(limits.csvRows);
    this.#bytes = 0;
    let splitter: CsvSplitter | undefined;
    try {
      for await (const bytes of stream as AsyncIterable<Buffer>) {
        const text = decoder.push(bytes);
        splitter ??= new CsvSplitter(separatorOf(text, this.ledger));
        const rows = passed(gate, splitter.push(text, false));
        this.#bytes += bytes.length;
        if (rows.length > 0) yield rows;
        if (gate.ended) return;
      }
      yield passed(gate, splitter?.push(decoder.end(), true) ?? []);
    } finally {
      stream.destroy();
    }
  }
}

function passed(gate: RowGate, rows: readonly SheetRow[]): SheetRow[] {
  const through: SheetRow[] = [];
  for (const row of rows) {
    const read = gate.pass(row);
    if (read) through.push(read);
  }
  return through;
}

/** The separator by which the beginning of the text shows most of the ledger's headings. */
function separatorOf(beginning: string, ledger: LedgerKind): string {
  const head = beginning.split('\n', HEADER_WITHIN).join('\n');
  const found = separators.map((separator) => headingsIn(ledger, looked(head, separator)));
  return separators[found.indexOf(Math.max(...found))] ?? ',';
}

/** Rows of the beginning as a separator splits them, roughly: headings have none inside. */
function looked(head: string, separator: string): SheetRow[] {
  return head.split('\n').map((line, i) => ({
    no: i + 1,
    cells: line.split(separator).map((cell) => cell.trim().replace(/^"|"$/g, '')),
  }));
}

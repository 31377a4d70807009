import type { Readable } from 'node:stream';
import type { LedgerKind } from '@bihuan/contracts';
import { HEADER_WITHIN, headingsIn } from '../../domain/import/headings.ts';
import type { SheetRow } from '../../domain/import/row-error.ts';
import { limits } from '../limits.ts';
import { RowGate } from '../row-gate.ts';
import { ReadAgain, type Sheet } from '../sheet.ts';
import { CsvSplitter } from './csv-splitter.ts';
import { type Decoder, decoderOf, type Encoding, Utf8Check } from './text-encoding.ts';

const separators = [',', '\t', ';'] as const;

/**
 * A text with a row a line: comma, tab or semicolon separate its cells, as its header says. It is UTF-8 if all of it is,
 * else GB18030: the latter shows while it is read as the former.
 */
export class CsvSheet implements Sheet {
  #bytes = 0;
  #encoding: Encoding = 'utf-8';

  constructor(
    private readonly open: () => Promise<Readable>,
    private readonly ledger: LedgerKind,
  ) {}

  bytesRead(): number {
    return this.#bytes;
  }

  mergedBelow(): ReadonlyMap<number, number> {
    return new Map();
  }

  async *rows(): AsyncGenerator<Iterable<SheetRow>> {
    const stream = await this.open();
    const reading = new Reading(decoderOf(this.#encoding), this.ledger);
    const utf8 = new Utf8Check();
    this.#bytes = 0;
    try {
      for await (const bytes of stream as AsyncIterable<Buffer>) {
        this.#bytes += bytes.length;
        if (this.#encoding === 'utf-8' && !utf8.push(bytes)) throw this.otherEncoding();
        yield reading.rowsOf(bytes);
        if (reading.ended) return;
      }
      if (this.#encoding === 'utf-8' && !utf8.end()) throw this.otherEncoding();
      yield reading.rest();
    } finally {
      stream.destroy();
    }
  }

  private otherEncoding(): ReadAgain {
    this.#encoding = 'gb18030';
    return new ReadAgain();
  }
}

/** Bytes are turned into characters and rows so many at a time: what is alive together is what the collector copies. */
const AT_ONCE = 1 << 14;

class Reading {
  readonly #gate = new RowGate(limits.csvRows);
  #splitter: CsvSplitter | undefined;

  constructor(
    private readonly decoder: Decoder,
    private readonly ledger: LedgerKind,
  ) {}

  get ended(): boolean {
    return this.#gate.ended;
  }

  *rowsOf(bytes: Buffer): Generator<SheetRow> {
    for (let at = 0; at < bytes.length; at += AT_ONCE) {
      const text = this.decoder.push(bytes.subarray(at, at + AT_ONCE));
      this.#splitter ??= new CsvSplitter(separatorOf(text, this.ledger));
      yield* this.passed(this.#splitter.push(text, false));
    }
  }

  *rest(): Generator<SheetRow> {
    if (this.#splitter) yield* this.passed(this.#splitter.push(this.decoder.end(), true));
  }

  private *passed(rows: Iterable<SheetRow>): Generator<SheetRow> {
    for (const row of rows) {
      const read = this.#gate.pass(row);
      if (read) yield read;
    }
  }
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

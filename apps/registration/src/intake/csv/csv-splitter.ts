import { DomainError } from '@bihuan/platform/errors';
import type { SheetRow } from '../../domain/import/row-error.ts';
import { limits } from '../limits.ts';

/** A record taken from a text, and where the next one begins. */
interface Taken {
  readonly cells: string[];
  readonly next: number;
}

/**
 * Splits CSV text (RFC 4180) that comes in pieces. A line without quotation marks, nearly every line of a ledger, is
 * split by the engine's own functions: a reader character by character takes four times as long.
 */
export class CsvSplitter {
  #rest = '';
  #no = 0;

  constructor(private readonly separator: string) {}

  /**
   * The rows that a further piece completes, each split when it is asked for. Empty lines count as rows and are given,
   * too. All of them are to be taken before the next piece.
   *
   * @param last whether nothing comes after it
   * @throws import.cellTooLong, import.csvMalformed
   */
  *push(piece: string, last: boolean): Generator<SheetRow> {
    const text = this.#rest + piece;
    let at = 0;
    let quote = text.indexOf('"');
    while (at < text.length) {
      const newline = text.indexOf('\n', at);
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      const plain = newline >= 0 && (quote < 0 || newline < quote);
      const taken = plain ? this.line(text, at, newline) : this.record(text, at, last);
      if (!taken) break;
      this.#no += 1;
      at = taken.next;
      yield { no: this.#no, cells: taken.cells };
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > limits.recordCharacters) throw this.tooLong();
  }

  private line(text: string, from: number, newline: number): Taken {
    const to = text.charCodeAt(newline - 1) === RETURN && newline > from ? newline - 1 : newline;
    const cells = text.slice(from, to).split(this.separator);
    if (to - from > limits.cellCharacters) this.checkLengths(cells);
    return { cells, next: newline + 1 };
  }

  /** A record with quotation marks in it, or the last one without a line's end; undefined while it is not complete. */
  private record(text: string, from: number, last: boolean): Taken | undefined {
    const cells: string[] = [];
    let at = from;
    for (;;) {
      const cell = text[at] === '"' ? this.quoted(text, at, last) : this.unquoted(text, at, last);
      if (!cell) return undefined;
      cells.push(cell.text);
      const end = text[cell.end];
      if (end === this.separator) at = cell.end + 1;
      else {
        this.checkLengths(cells);
        return { cells, next: cell.end + 1 };
      }
    }
  }

  private unquoted(text: string, from: number, last: boolean): { text: string; end: number } | undefined {
    let end = from;
    while (end < text.length && text[end] !== this.separator && text[end] !== '\n') end += 1;
    if (end === text.length && !last) return undefined;
    const to = text[end - 1] === '\r' && text[end] !== this.separator && end > from ? end - 1 : end;
    return { text: text.slice(from, to), end };
  }

  private quoted(text: string, from: number, last: boolean): { text: string; end: number } | undefined {
    let close = from + 1;
    for (;;) {
      close = text.indexOf('"', close);
      if (close < 0) {
        if (last) throw this.malformed();
        return undefined;
      }
      if (text[close + 1] !== '"') break;
      close += 2;
    }
    // Whether the next mark doubles this one is not known before it has come.
    if (close + 1 >= text.length && !last) return undefined;
    let end = close + 1;
    if (text[end] === '\r') end += 1;
    if (end >= text.length && !last) return undefined;
    const after = text[end];
    if (after !== undefined && after !== this.separator && after !== '\n') throw this.malformed();
    return { text: text.slice(from + 1, close).replaceAll('""', '"'), end };
  }

  private checkLengths(cells: readonly string[]): void {
    if (cells.some(({ length }) => length > limits.cellCharacters)) throw this.tooLong();
  }

  private tooLong(): DomainError {
    const params = { row: this.#no + 1, most: limits.cellCharacters };
    return new DomainError('import.cellTooLong', { params });
  }

  private malformed(): DomainError {
    return new DomainError('import.csvMalformed', { params: { row: this.#no + 1 } });
  }
}

const RETURN = 13;

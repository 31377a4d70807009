import { DomainError } from '@bihuan/platform/errors';
import { dateOfSerial } from '../../domain/import/dates.ts';
import type { SheetRow } from '../../domain/import/row-error.ts';
import { limits } from '../limits.ts';
import { RowGate } from '../row-gate.ts';
import { cellAt } from './cell-place.ts';
import type { Merges } from './merges.ts';
import type { XmlHandler } from './read-xml.ts';
import { RichText } from './rich-text.ts';
import type { SharedTexts } from './shared-texts.ts';
import { withinCell } from './within-cell.ts';

const LAST_ROW = 1_048_576;

/** What the cells of a sheet refer to. */
export interface SheetSurroundings {
  readonly texts: SharedTexts;
  /** By style: whether it shows a number as a date. */
  readonly dateStyles: readonly boolean[];
  readonly from1904: boolean;
  readonly merges: Merges;
}

/** Makes rows of the elements of a worksheet (ECMA-376, 18.3.1). */
export class SheetHandler implements XmlHandler {
  readonly #gate = new RowGate(limits.workbookRows);
  readonly #inline = new RichText();
  #rows: SheetRow[] = [];
  #no = 0;
  #cells: string[] = [];
  /** Of the row, and of all rows. */
  #characters = { row: 0, all: 0 };
  #formulas = new Set<number>();
  #column = -1;
  #type = 'n';
  #style = 0;
  #value = '';
  #inValue = false;

  constructor(private readonly around: SheetSurroundings) {}

  /** Row that was read last. */
  get lastRow(): number {
    return this.#no;
  }

  /** Rows that were completed since the last call. */
  take(): SheetRow[] {
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'c') this.openCell(attributes);
    else if (name === 'row') this.openRow(attributes['r']);
    else if (name === 'v') this.#inValue = true;
    else if (name === 'f') this.#formulas.add(this.#column);
    else if (name === 'mergeCell') this.around.merges.add(attributes['ref'] ?? '');
    else this.#inline.open(name);
  }

  close(name: string): void {
    if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
    else if (name === 'v') this.#inValue = false;
    else this.#inline.close(name);
  }

  text(text: string): void {
    if (this.#inValue) this.#value = withinCell(this.#value, text);
    else this.#inline.text(text);
  }

  /** Rows come in rising order; a row that does not say its number follows the one before. */
  private openRow(told: string | undefined): void {
    const no = told === undefined ? this.#no + 1 : Number(told);
    if (!Number.isInteger(no) || no <= this.#no || no > LAST_ROW)
      throw new DomainError('import.archiveDamaged');
    this.#no = no;
    this.#cells = [];
    this.#formulas = new Set();
    this.#characters.row = 0;
    this.#column = -1;
  }

  private openCell({ r, t, s }: Readonly<Record<string, string>>): void {
    this.#column = r === undefined ? this.#column + 1 : (cellAt(r)?.column ?? -1);
    if (this.#column < 0) throw new DomainError('import.archiveDamaged');
    this.#type = t ?? 'n';
    this.#style = Number(s ?? 0);
    this.#value = '';
    this.#inline.clear();
  }

  private closeCell(): void {
    const text = this.cellText();
    if (text === '') return;
    if (this.#column >= limits.columns)
      throw new DomainError('import.columnsTooMany', { params: { most: limits.columns } });
    this.count(text.length);
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
  }

  /** A shared text is read as often as cells refer to it: what they come to is more than what was unpacked. */
  private count(characters: number): void {
    const counted = this.#characters;
    counted.row += characters;
    counted.all += characters;
    if (counted.row > limits.recordCharacters) {
      const params = { row: this.#no, most: limits.recordCharacters };
      throw new DomainError('import.rowTooLong', { params });
    }
    if (counted.all > limits.unpackedBytes) throw new DomainError('import.unpacksTooLarge');
  }

  private closeRow(): void {
    const row = { no: this.#no, cells: this.#cells };
    const read = this.#gate.pass(this.#formulas.size === 0 ? row : { ...row, formulas: [...this.#formulas] });
    if (read) this.#rows.push(read);
  }

  private cellText(): string {
    switch (this.#type) {
      case 's':
        return this.around.texts.at(Number(this.#value));
      case 'inlineStr':
        return this.#inline.value();
      case 'b':
        return this.#value === '1' ? 'TRUE' : 'FALSE';
      case 'n':
        return this.numberText();
      default:
        return this.#value;
    }
  }

  private numberText(): string {
    const value = this.#value;
    if (value === '') return '';
    if (this.around.dateStyles[this.#style])
      return dateOfSerial(Number(value), this.around.from1904) ?? value;
    return /[eE]/.test(value) ? String(Number(value)) : value;
  }
}

import { DomainError } from '@bihuan/platform/errors';
import { limits } from '../limits.ts';
import { readWholeXml } from './read-xml.ts';
import { RichText } from './rich-text.ts';

/** Texts that the cells of a workbook refer to by number, kept outside the heap: two bytes a character, four a text. */
export class SharedTexts {
  #characters = Buffer.alloc(1 << 16);
  #ends = new Uint32Array(1 << 10);
  #count = 0;
  #used = 0;

  /** @throws import.textsTooMany, and what `readXml` throws */
  static async read(pieces: AsyncIterable<Buffer>): Promise<SharedTexts> {
    const texts = new SharedTexts();
    const item = new RichText();
    await readWholeXml(pieces, {
      open: (name) => {
        if (name === 'si') item.clear();
        else item.open(name);
      },
      close: (name) => {
        if (name === 'si') texts.add(item.value());
        else item.close(name);
      },
      text: (text) => {
        item.text(text);
      },
    });
    return texts;
  }

  /** Empty where there is no such text. */
  at(position: number): string {
    if (!(position >= 0 && position < this.#count)) return '';
    const from = position === 0 ? 0 : (this.#ends[position - 1] ?? 0);
    return this.#characters.toString('utf16le', from, this.#ends[position]);
  }

  private add(text: string): void {
    const end = this.#used + text.length * 2;
    if (end > limits.sharedCharacters * 2 || this.#count >= limits.sharedTexts)
      throw new DomainError('import.textsTooMany');
    if (end > this.#characters.length) {
      const larger = Buffer.alloc(Math.max(end, this.#characters.length * 2));
      this.#characters.copy(larger, 0, 0, this.#used);
      this.#characters = larger;
    }
    if (this.#count === this.#ends.length) {
      const more = new Uint32Array(this.#ends.length * 2);
      more.set(this.#ends);
      this.#ends = more;
    }
    this.#characters.write(text, this.#used, 'utf16le');
    this.#used = end;
    this.#ends[this.#count] = end;
    this.#count += 1;
  }
}

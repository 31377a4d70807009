import { withinCell } from './within-cell.ts';

/** The text of an element `si` or `is`: its runs put together, without the readings of Japanese texts. */
export class RichText {
  #text = '';
  #inText = false;
  #inReading = false;

  clear(): void {
    this.#text = '';
    this.#inText = false;
    this.#inReading = false;
  }

  open(name: string): void {
    if (name === 't') this.#inText = true;
    else if (name === 'rPh') this.#inReading = true;
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'rPh') this.#inReading = false;
  }

  text(text: string): void {
    if (this.#inText && !this.#inReading) this.#text = withinCell(this.#text, text);
  }

  value(): string {
    return this.#text;
  }
}

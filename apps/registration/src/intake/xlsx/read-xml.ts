import { StringDecoder } from 'node:string_decoder';
import { DomainError } from '@bihuan/platform/errors';
import { SaxesParser } from 'saxes';

/** What is made of the elements of a part; names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Characters without an element's beginning or end, or a text's end: a parser would keep them all. */
const MOST_PENDING = 1_000_000;
const MOST_DEPTH = 50;

/**
 * Parses a part of a workbook as it is unpacked, one step a piece.
 *
 * @throws import.entities for a document type definition, import.archiveDamaged for what is no XML
 */
export async function* readXml(pieces: AsyncIterable<Buffer>, handler: XmlHandler): AsyncGenerator<number> {
  const decoder = new StringDecoder('utf8');
  const parser = new GuardedParser(handler);
  let begun = false;
  try {
    for await (const piece of pieces) {
      parser.write(decoder.write(piece));
      begun = true;
      yield piece.length;
    }
    // A part that is not there has no elements.
    if (begun) parser.end(decoder.end());
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('import.archiveDamaged');
  }
}

/** A part that is read as a whole. */
export async function readWholeXml(pieces: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  const steps = readXml(pieces, handler);
  while ((await steps.next()).done !== true) continue;
}

class GuardedParser {
  readonly #parser = new SaxesParser();
  #pending = 0;
  #depth = 0;

  constructor(handler: XmlHandler) {
    const heard = () => {
      this.#pending = 0;
    };
    this.#parser.on('error', () => {
      throw new DomainError('import.archiveDamaged');
    });
    this.#parser.on('doctype', () => {
      throw new DomainError('import.entities');
    });
    this.#parser.on('opentag', ({ name, attributes }) => {
      heard();
      this.#depth += 1;
      if (this.#depth > MOST_DEPTH) throw new DomainError('import.archiveDamaged');
      handler.open(withoutPrefix(name), attributes);
    });
    this.#parser.on('closetag', ({ name }) => {
      heard();
      this.#depth -= 1;
      handler.close?.(withoutPrefix(name));
    });
    const text = (characters: string) => {
      heard();
      handler.text?.(characters);
    };
    this.#parser.on('text', text);
    this.#parser.on('cdata', text);
  }

  write(text: string): void {
    this.#pending += text.length;
    this.#parser.write(text);
    if (this.#pending > MOST_PENDING) throw new DomainError('import.archiveDamaged');
  }

  end(text: string): void {
    this.write(text);
    this.#parser.close();
  }
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

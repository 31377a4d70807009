import { isUtf8 } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import { DomainError } from '@bihuan/platform/errors';

export type Encoding = 'utf-8' | 'gb18030';

/** Whether bytes that come in pieces are UTF-8 as a whole: a character may lie across two pieces. */
export class Utf8Check {
  #carried: Buffer = Buffer.alloc(0);
  #valid = true;

  push(piece: Buffer): void {
    if (!this.#valid) return;
    const bytes = this.#carried.length === 0 ? piece : Buffer.concat([this.#carried, piece]);
    const whole = bytes.length - begunAtEnd(bytes);
    this.#valid = isUtf8(bytes.subarray(0, whole));
    this.#carried = Buffer.from(bytes.subarray(whole));
  }

  /** Once all pieces have come. */
  valid(): boolean {
    return this.#valid && this.#carried.length === 0;
  }
}

/** Bytes at the end that begin a character of UTF-8 without completing it, 0 to 3. */
function begunAtEnd(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? back : 0;
    }
  }
  return 0;
}

/** Turns the bytes of a text into characters, piece by piece, without a byte order mark. */
export function decoderOf(encoding: Encoding): { push(piece: Buffer): string; end(): string } {
  return encoding === 'utf-8' ? utf8() : gb18030();
}

function utf8() {
  const decoder = new StringDecoder('utf8');
  let begun = false;
  return {
    push(piece: Buffer): string {
      const text = decoder.write(piece);
      if (begun || text === '') return text;
      begun = true;
      return text.startsWith('\uFEFF') ? text.slice(1) : text;
    },
    end: () => decoder.end(),
  };
}

function gb18030() {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const strictly = (decode: () => string): string => {
    try {
      return decode();
    } catch (error) {
      if (error instanceof TypeError) throw new DomainError('import.encoding');
      throw error;
    }
  };
  return {
    push: (piece: Buffer) => strictly(() => decoder.decode(piece, { stream: true })),
    end: () => strictly(() => decoder.decode()),
  };
}

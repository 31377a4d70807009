import type { Readable } from 'node:stream';
import { DomainError } from '@bihuan/platform/errors';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { limits } from '../limits.ts';

/** The parts of a workbook. The sizes that it tells are held against the limits here, what is unpacked against what it told. */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws import.archiveDamaged, import.unpacksTooLarge */
  static async open(bytes: Buffer): Promise<Archive> {
    return told(async () => {
      const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
      if (zip.entryCount > limits.parts) throw new DomainError('import.unpacksTooLarge');
      const entries = new Map<string, Entry>();
      let unpacked = 0;
      for await (const entry of zip.eachEntry()) {
        unpacked += checkedSize(entry);
        if (unpacked > limits.unpackedBytes) throw new DomainError('import.unpacksTooLarge');
        if (!entries.has(entry.fileName)) entries.set(entry.fileName, entry);
      }
      return new Archive(zip, entries);
    });
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Bytes of a part, unpacked; 0 where there is none. */
  sizeOf(name: string): number {
    return this.entries.get(name)?.uncompressedSize ?? 0;
  }

  /** A part as it is unpacked; nothing where there is none. A part larger or smaller than it told is damaged. */
  async *part(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) return;
    let stream: Readable | undefined;
    try {
      stream = await this.zip.openReadStreamPromise(entry);
      yield* stream as AsyncIterable<Buffer>;
    } catch {
      throw new DomainError('import.archiveDamaged');
    } finally {
      stream?.destroy();
    }
  }
}

function checkedSize({ compressedSize, uncompressedSize }: Entry): number {
  const swells =
    uncompressedSize > limits.ratioFrom && uncompressedSize > limits.ratio * Math.max(1, compressedSize);
  if (swells) throw new DomainError('import.unpacksTooLarge');
  return uncompressedSize;
}

async function told<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof DomainError ? error : new DomainError('import.archiveDamaged');
  }
}

import { open } from 'node:fs/promises';
import { scanFile } from './scan-file.ts';

export interface PdfFacts {
  /** It has an end: nothing was cut off, nothing was put behind it. */
  readonly whole: boolean;
  /** It names a script or the start of a program. */
  readonly active: boolean;
}

/** Where readers look for the end. */
const TAIL_BYTES = 1024;

/** A name of PDF as it may be written: any character also as `#` and two hexadecimal digits (ISO 32000-2, 7.3.5). */
function nameOf(name: string): RegExp {
  const characters = Array.from(name, (letter) => {
    const hex = letter.charCodeAt(0).toString(16);
    return `(?:${letter}|#${hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)})`;
  });
  return new RegExp(`/${characters.join('')}(?![A-Za-z0-9#])`);
}

const actions = { javaScript: nameOf('JavaScript'), launch: nameOf('Launch') };

/**
 * What can be told of a PDF without unpacking it. Actions in compressed object streams are not seen: how the file is
 * served must keep them harmless.
 */
export async function pdfFacts(path: string): Promise<PdfFacts> {
  const [tail, active] = [await tailOf(path), await scanFile(path, actions)];
  return { whole: tail.includes('%%EOF'), active: active.size > 0 };
}

async function tailOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, TAIL_BYTES);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}

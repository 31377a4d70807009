import { createReadStream } from 'node:fs';

/** A text, or what texts have in common; over the bytes of a file as Latin-1. */
export type Signature = string | RegExp;

/** Longer than any signature. */
const OVERLAP = 256;

/** Which of the signatures occur anywhere in a file, read in pieces. */
export async function scanFile<K extends string>(
  path: string,
  signatures: Readonly<Record<K, Signature>>,
): Promise<Set<K>> {
  const found = new Set<K>();
  let before = '';
  for await (const chunk of createReadStream(path, { encoding: 'latin1' }) as AsyncIterable<string>) {
    const piece = before + chunk;
    for (const [name, signature] of Object.entries(signatures) as [K, Signature][])
      if (occurs(signature, piece)) found.add(name);
    before = piece.slice(-OVERLAP);
  }
  return found;
}

function occurs(signature: Signature, text: string): boolean {
  return typeof signature === 'string' ? text.includes(signature) : signature.test(text);
}

/** Under which the content of evidence is stored: the same content once, whatever it proves. */
export function contentKey(sha256: string): string {
  return `evidence/${sha256.slice(0, 2)}/${sha256}`;
}

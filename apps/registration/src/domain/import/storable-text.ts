/** A text of a file as a column can hold it: without U+0000 and half surrogate pairs. */
export function storableText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}

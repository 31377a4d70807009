/**
 * JSON pointers (RFC 6901) of texts that no database column and no document can hold: with U+0000, or with half of a
 * surrogate pair.
 *
 * @param value any JSON value
 */
export function unstorableTexts(value: unknown, pointer = ''): string[] {
  if (typeof value === 'string') return value.includes('\u0000') || !value.isWellFormed() ? [pointer] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    unstorableTexts(part, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  );
}

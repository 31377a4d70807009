/** Row from 1 and column from 0 of a reference such as `AB12`; undefined where it is none. */
export function cellAt(reference: string): { row: number; column: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference);
  if (!match) return undefined;
  const [, letters = '', row = ''] = match;
  return { row: Number(row), column: columnOf(letters) };
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + (letter.charCodeAt(0) - 64);
  return column - 1;
}

/**
 * Reads a tab-separated table with a header line.
 * @param columns the columns wanted; others are left out.
 * @throws Error when a column is missing or a row has another number of cells than the header.
 */
export function parseTsv<C extends string>(text: string, columns: readonly C[]): Record<C, string>[] {
  const [header = '', ...lines] = text.split(/\r?\n/).filter((line) => line !== '');
  const names = header.split('\t');
  const positions = columns.map((column) => {
    const position = names.indexOf(column);
    if (position < 0) throw new Error(`column ${column} is missing`);
    return [column, position] as const;
  });
  return lines.map((line, i) => {
    const cells = line.split('\t');
    if (cells.length !== names.length)
      throw new Error(`row ${i + 2} has ${cells.length} cells, not ${names.length}`);
    return Object.fromEntries(
      positions.map(([column, position]) => [column, cells[position] ?? '']),
    ) as Record<C, string>;
  });
}

import { readWholeXml } from './read-xml.ts';

/** Number formats of dates that need no definition, those of East Asian editions among them (ECMA-376, 18.8.30). */
const builtIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

const MOST_STYLES = 100_000;
/** Characters of a number format. */
const MOST_FORMAT = 255;

/** Which cell styles show a number as a date, by their position. */
export async function readDateStyles(pieces: AsyncIterable<Buffer>): Promise<readonly boolean[]> {
  const own = new Map<number, boolean>();
  const formats: number[] = [];
  let inCells = false;
  await readWholeXml(pieces, {
    open: (name, attributes) => {
      if (name === 'numFmt' && own.size < MOST_STYLES)
        own.set(
          Number(attributes['numFmtId']),
          showsDate((attributes['formatCode'] ?? '').slice(0, MOST_FORMAT)),
        );
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells && formats.length < MOST_STYLES)
        formats.push(Number(attributes['numFmtId'] ?? 0));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats.map((id) => own.get(id) ?? builtIn(id));
}

/** Whether a format has a part for years, months or days besides its literals, colours and locales. */
function showsDate(format: string): boolean {
  return /[ymd年月日]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}

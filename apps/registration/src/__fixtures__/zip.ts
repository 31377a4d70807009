import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive; `told` are the sizes that it claims where they are not its own. */
export interface ZipPart {
  readonly name: string;
  readonly content: Buffer | string;
  readonly told?: { readonly uncompressed?: number };
}

/** An archive made by hand (APPNOTE.TXT 4.3), so that it may lie. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, told } of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(told?.uncompressed ?? plain.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed]);
    const central = Buffer.alloc(16);
    central.writeUInt32LE(offset, 12);
    directory.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), common, central.subarray(2), Buffer.from(name)]),
    );
    bodies.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
const relations = (...list: string[]) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;

/** A workbook of one sheet, put together by hand. */
export function workbook(
  sheet: string,
  {
    shared,
    styles,
    sheetPart = 'xl/worksheets/sheet1.xml',
    more = [],
  }: { shared?: string; styles?: string; sheetPart?: string; more?: readonly ZipPart[] } = {},
): Buffer {
  return zip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: '_rels/.rels', content: relations(relation('r1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="r"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        relation('r1', 'worksheet', 'worksheets/sheet1.xml'),
        ...(shared === undefined ? [] : [relation('r2', 'sharedStrings', 'sharedStrings.xml')]),
        ...(styles === undefined ? [] : [relation('r3', 'styles', '/xl/styles.xml')]),
      ),
    },
    { name: sheetPart, content: sheet },
    ...(shared === undefined ? [] : [{ name: 'xl/sharedStrings.xml', content: shared }]),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', content: styles }]),
    ...more,
  ]);
}

/** The XML of a sheet around its rows. */
export const sheetXml = (rows: string, after = ''): string =>
  `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;

/** A row of texts. */
export function rowXml(no: number, cells: readonly string[]): string {
  const written = cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('');
  return `<row r="${no}">${written}</row>`;
}

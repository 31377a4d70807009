import { posix } from 'node:path';
import { DomainError } from '@bihuan/platform/errors';
import type { Sheet } from '../sheet.ts';
import { Archive } from './archive.ts';
import { readDateStyles } from './date-styles.ts';
import { Merges } from './merges.ts';
import { readWholeXml } from './read-xml.ts';
import { SharedTexts } from './shared-texts.ts';
import { WorkbookSheet } from './workbook-sheet.ts';

/**
 * The first worksheet of an .xlsx workbook (ECMA-376).
 *
 * @param bytes the file
 * @throws import.fileType for other archives and for workbooks with macros, import.archiveDamaged, import.unpacksTooLarge,
 *   import.textsTooMany, import.entities
 */
export async function openWorkbook(bytes: Buffer): Promise<Sheet> {
  const archive = await Archive.open(bytes);
  const workbook = await mainPart(archive);
  const { sheetRelation, from1904 } = await readWorkbook(archive, workbook);
  const relations = await relationsOf(archive, workbook);
  const sheet = relations.find(({ id }) => id === sheetRelation)?.target;
  if (sheet === undefined || !archive.has(sheet)) throw new DomainError('import.archiveDamaged');
  const targetOf = (kind: string) => relations.find(({ type }) => type.endsWith(`/${kind}`))?.target ?? '';
  const texts = await SharedTexts.read(archive.part(targetOf('sharedStrings')));
  const dateStyles = await readDateStyles(archive.part(targetOf('styles')));
  return new WorkbookSheet(
    archive,
    sheet,
    { texts, dateStyles, from1904, merges: new Merges() },
    bytes.length,
  );
}

/** @throws import.fileType where the archive is no workbook, or one with macros */
async function mainPart(archive: Archive): Promise<string> {
  const relations = await relationsOf(archive, '');
  const main = relations.find(({ type }) => type.endsWith('/officeDocument'))?.target;
  const macros = archive.names().some((name) => name.endsWith('vbaProject.bin'));
  if (main === undefined || !main.startsWith('xl/') || !archive.has(main) || macros)
    throw new DomainError('import.fileType');
  return main;
}

async function readWorkbook(archive: Archive, part: string) {
  let sheetRelation: string | undefined;
  let from1904 = false;
  await readWholeXml(archive.part(part), {
    open: (name, attributes) => {
      if (name === 'sheet') sheetRelation ??= attributes['r:id'] ?? relationOf(attributes);
      else if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
    },
  });
  return { sheetRelation, from1904 };
}

/** Some programs call the namespace of relations otherwise. */
function relationOf(attributes: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}

interface Relation {
  readonly id: string;
  readonly type: string;
  /** Name of the part in the archive. */
  readonly target: string;
}

const MOST_RELATIONS = 10_000;
/** Characters of a name of a part. */
const MOST_NAME = 1_000;

/** What a part refers to; nothing where it has no list of it. */
async function relationsOf(archive: Archive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part);
  const list = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const relations: Relation[] = [];
  if (!archive.has(list)) return relations;
  await readWholeXml(archive.part(list), {
    open: (name, { Id, Type, Target, TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External' || relations.length >= MOST_RELATIONS) return;
      const [id = '', type = '', named = ''] = [Id, Type, Target];
      if (Math.max(id.length, type.length, named.length) > MOST_NAME) return;
      const target = named.startsWith('/') ? named.slice(1) : posix.join(folder, named);
      relations.push({ id, type, target });
    },
  });
  return relations;
}

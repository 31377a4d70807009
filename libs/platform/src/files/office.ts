import { openPromise, type ZipFile } from 'yauzl';
import { DamagedFile } from './damaged-file.ts';

export interface OfficeFacts {
  /** It carries a program: macros, in whichever form. */
  readonly macros: boolean;
}

/** More than any document has; a directory of millions would only cost time. */
const MOST_PARTS = 10_000;

/** Macros of Word, Excel and PowerPoint, sheets of Excel 4 macros, controls. */
const programs = /(^|\/)(vba(Project|Data)[^/]*\.(bin|xml)|macrosheets\/.*|activeX\/.*)$/i;

/**
 * What the directory of an Office package (ISO/IEC 29500-2) says. Nothing is unpacked.
 *
 * @throws DamagedFile where it is not a whole, readable package
 */
export async function officeFacts(path: string): Promise<OfficeFacts> {
  const parts = await partsOf(path);
  if (!parts.includes('[Content_Types].xml')) throw new DamagedFile('not a package');
  return { macros: parts.some((part) => programs.test(part)) };
}

async function partsOf(path: string): Promise<string[]> {
  try {
    const zip = await openPromise(path, { autoClose: false, lazyEntries: true });
    try {
      return await namesIn(zip);
    } finally {
      zip.close();
    }
  } catch (error) {
    // The reader tells what is wrong with a package by messages alone; a disk that fails has a code.
    if ((error as NodeJS.ErrnoException).code !== undefined) throw error;
    throw new DamagedFile('the package cannot be read', { cause: error });
  }
}

async function namesIn(zip: ZipFile): Promise<string[]> {
  if (zip.entryCount > MOST_PARTS) throw new DamagedFile('the package has too many parts');
  const names: string[] = [];
  const end = Promise.withResolvers<undefined>();
  zip.on('error', end.reject);
  zip.on('end', () => {
    end.resolve(undefined);
  });
  zip.on('entry', ({ fileName }: { fileName: string }) => {
    names.push(fileName);
    zip.readEntry();
  });
  zip.readEntry();
  await end.promise;
  return names;
}

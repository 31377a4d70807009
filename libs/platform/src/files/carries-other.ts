import { scanFile } from './scan-file.ts';

/**
 * Signatures long enough not to come up by chance in the compressed data of a picture, the data that phones put behind
 * it (moving pictures, depth, further pictures) and its own descriptions (XMP) included.
 */
const others = {
  /** The end of a zip's directory, on one disk: readers of zips begin there. */
  zip: 'PK\x05\x06\0\0\0\0',
  rar: 'Rar!\x1a\x07',
  sevenZip: '7z\xbc\xaf\x27\x1c',
  pdf: /%PDF-\d\.\d/,
  page: /<(?:html|script|iframe)[\s>/]|<!doctype\s+html|<\?php\s/i,
  windowsProgram: 'This program cannot be run in DOS mode',
  /** For 64 bits, little-endian: what runs today. */
  program: '\x7fELF\x02\x01\x01',
};

/** Whether a picture is also something else: an archive, a page, a document or a program within it or behind it. */
export async function carriesOther(path: string): Promise<boolean> {
  return (await scanFile(path, others)).size > 0;
}

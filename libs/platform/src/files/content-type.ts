import { fileTypeFromFile } from 'file-type';

/** What a file is by its content. */
export interface ContentType {
  /** Media type, e.g. `image/jpeg`. */
  readonly mime: string;
  /** The usual ending of its name, without a dot. */
  readonly extension: string;
}

/**
 * The type of a file by its first bytes and, of a package, by its parts; null where they belong to no known type, as
 * those of texts, scripts and pages do.
 */
export async function contentTypeOf(path: string): Promise<ContentType | null> {
  const found = await fileTypeFromFile(path);
  return found ? { mime: found.mime, extension: found.ext } : null;
}

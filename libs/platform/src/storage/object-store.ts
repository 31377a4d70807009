import type { Readable } from 'node:stream';

/** What is known of a stored object. */
export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
  /** Of its content, hexadecimal. */
  readonly sha256: string;
}

/** Files beside the database: uploads, evidence, editions. An object is written once and never changed. */
export abstract class ObjectStore {
  /**
   * Stores a stream. Half of it is never seen under the key.
   *
   * @param key path of letters, digits, `.`, `_`, `-` and `/`; at most 200 characters
   * @throws what the stream throws, having stored nothing
   */
  abstract put(key: string, content: Readable): Promise<StoredObject>;
  /** The content from its beginning. @throws ObjectNotFound */
  abstract get(key: string): Promise<Readable>;
  /** Nothing happens where there is no such object. */
  abstract remove(key: string): Promise<void>;
  /** @throws Error where the store cannot be used */
  abstract check(): Promise<void>;
}

export class ObjectNotFound extends Error {
  override readonly name = 'ObjectNotFound';

  constructor(key: string) {
    super(`There is no object ${key}`);
  }
}

const shape = /^(?!.*\.\.)[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/;

/** @throws RangeError for a key that could leave the store */
export function checkedKey(key: string): string {
  if (!shape.test(key)) throw new RangeError(`Not the key of an object: ${key}`);
  return key;
}

import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { LocalObjectStore } from './local-object-store.ts';
import type { StoredObject } from './object-store.ts';
import { removeOldFiles } from './remove-old-files.ts';

/** A file that is only passing through. */
export interface SpooledFile extends StoredObject {
  readonly path: string;
}

/** Files on this machine's disk that are only passing through: they can be looked at before they go into the store. */
export class Spool extends LocalObjectStore {
  /** A key that nobody else has. */
  newKey(): string {
    return randomUUID();
  }

  /** @throws RangeError for a key that could leave the directory */
  override pathOf(key: string): string {
    return super.pathOf(key);
  }

  /** Gives a stream to the user as a file, which is removed afterwards, whatever happens. */
  async through<T>(content: Readable, use: (file: SpooledFile) => Promise<T>): Promise<T> {
    const key = this.newKey();
    const stored = await this.put(key, content);
    try {
      return await use({ ...stored, path: this.pathOf(key) });
    } finally {
      await this.remove(key);
    }
  }

  override async sweep(): Promise<void> {
    await super.sweep();
    await removeOldFiles(this.directory);
  }
}

import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { measured } from './measured.ts';
import { checkedKey, ObjectNotFound, ObjectStore, type StoredObject } from './object-store.ts';
import { removeOldFiles } from './remove-old-files.ts';

const HALF = '.half';

/** Objects as files below one directory: written beside, then renamed into place. */
export class LocalObjectStore extends ObjectStore {
  /** @param directory made if it is not there */
  constructor(protected readonly directory: string) {
    super();
  }

  override async put(key: string, content: Readable): Promise<StoredObject> {
    const place = this.pathOf(key);
    const half = join(this.directory, HALF, randomUUID());
    await mkdir(dirname(half), { recursive: true });
    await mkdir(dirname(place), { recursive: true });
    const measure = measured();
    try {
      // Flushed to the disk before it counts as stored: what the database says of it must outlive the machine.
      await pipeline(content, measure.through, createWriteStream(half, { flags: 'wx', flush: true }));
      await rename(half, place);
      // The name must outlive it as well, and the names of the directories that were made for it.
      await this.flushDirectories(dirname(place));
    } catch (error) {
      await rm(half, { force: true });
      throw error;
    }
    return { key, ...measure.result() };
  }

  private async flushDirectories(lowest: string): Promise<void> {
    for (let directory = lowest; ; directory = dirname(directory)) {
      const handle = await open(directory);
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (directory === this.directory || directory === dirname(directory)) return;
    }
  }

  override async get(key: string): Promise<Readable> {
    const stream = createReadStream(this.pathOf(key));
    const opened = Promise.withResolvers<undefined>();
    stream.once('open', () => {
      opened.resolve(undefined);
    });
    stream.once('error', (error: NodeJS.ErrnoException) => {
      opened.reject(error.code === 'ENOENT' ? new ObjectNotFound(key) : error);
    });
    await opened.promise;
    return stream;
  }

  override async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  override async check(): Promise<void> {
    await mkdir(this.directory, { recursive: true });
    await access(this.directory, constants.W_OK);
  }

  /** Removes what a process that died left half-written. */
  async sweep(): Promise<void> {
    await removeOldFiles(join(this.directory, HALF));
  }

  protected pathOf(key: string): string {
    return join(this.directory, checkedKey(key));
  }
}

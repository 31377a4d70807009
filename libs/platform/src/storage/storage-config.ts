import { z } from 'zod';

const keys = z.object({ OBJECTS_DIRECTORY: z.string() });

/** Where the service keeps its objects. */
export class StorageConfig {
  static readonly keys = keys;

  /** Directory of the local store. */
  readonly directory;

  constructor(values: z.infer<typeof keys>) {
    this.directory = values.OBJECTS_DIRECTORY;
  }
}

import { join } from 'node:path';
import { Global, Module } from '@nestjs/common';
import { LocalObjectStore } from './local-object-store.ts';
import { ObjectStore } from './object-store.ts';
import { S3ObjectStore } from './s3-object-store.ts';
import { Spool } from './spool.ts';
import { StorageConfig } from './storage-config.ts';

/** The service's objects. Needs `StorageConfig` among the parts of the configuration. */
@Global()
@Module({
  providers: [
    {
      provide: Spool,
      inject: [StorageConfig],
      useFactory: ({ directory }: StorageConfig) => swept(new Spool(join(directory, '.spool'))),
    },
    {
      provide: ObjectStore,
      inject: [StorageConfig, Spool],
      useFactory: ({ directory, s3 }: StorageConfig, spool: Spool) =>
        s3 ? new S3ObjectStore(s3, spool) : swept(new LocalObjectStore(directory)),
    },
  ],
  exports: [ObjectStore, Spool],
})
export class StorageModule {}

async function swept<S extends LocalObjectStore>(store: S): Promise<S> {
  await store.sweep();
  return store;
}

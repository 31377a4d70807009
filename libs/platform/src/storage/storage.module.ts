import { Global, Module } from '@nestjs/common';
import { LocalObjectStore } from './local-object-store.ts';
import { ObjectStore } from './object-store.ts';
import { StorageConfig } from './storage-config.ts';

/** The service's objects. Needs `StorageConfig` among the parts of the configuration. */
@Global()
@Module({
  providers: [
    {
      provide: ObjectStore,
      inject: [StorageConfig],
      useFactory: ({ directory }: StorageConfig) => new LocalObjectStore(directory),
    },
  ],
  exports: [ObjectStore],
})
export class StorageModule {}

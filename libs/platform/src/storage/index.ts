export { LocalObjectStore } from './local-object-store.ts';
export { ObjectNotFound, ObjectStore, type StoredObject } from './object-store.ts';
export { S3ObjectStore } from './s3-object-store.ts';
export { Spool, type SpooledFile } from './spool.ts';
export { type S3Settings, StorageConfig } from './storage-config.ts';
export { StorageModule } from './storage.module.ts';

export { LocalObjectStore } from './local-object-store.ts';
export { ObjectNotFound, ObjectStore, type StoredObject } from './object-store.ts';
export { StorageConfig } from './storage-config.ts';
export { StorageModule } from './storage.module.ts';

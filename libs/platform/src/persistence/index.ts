export { lockKeySql } from './advisory-lock.ts';
export { assertNoDrift } from './assert-no-drift.ts';
export { BaseColumns } from './base-columns.ts';
export { compareAndSet } from './compare-and-set.ts';
export { createDataSource, type DatabaseSettings, sessionOptions } from './data-source.ts';
export * from './entities/index.ts';
export { PlatformTables1680000000000 as PlatformTables } from './migrations/platform-tables.ts';
export { openDatabase } from './open-database.ts';
export { runMigrations } from './run-migrations.ts';

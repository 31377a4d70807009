import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { createDataSource, type DatabaseSettings } from './data-source.ts';
import { runMigrations } from './run-migrations.ts';

const PATIENCE_MS = 60_000;
const RETRY_MS = 1_000;

async function connect(dataSource: DataSource, log: Logger): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      await dataSource.initialize();
      return;
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
      log.warn(`The database does not answer yet: ${String(error)}`);
      await pause(RETRY_MS);
    }
  }
}

/**
 * Connects and migrates. A database that is still starting is waited for, a minute at most.
 *
 * @throws the last connection error, or the error of a failed migration
 */
export async function openDatabase(settings: DatabaseSettings): Promise<DataSource> {
  const log = new Logger('Database');
  const dataSource = createDataSource(settings);
  await connect(dataSource, log);
  const ran = await runMigrations(dataSource);
  if (ran.length > 0) log.log(`Migrated: ${ran.join(', ')}`);
  return dataSource;
}

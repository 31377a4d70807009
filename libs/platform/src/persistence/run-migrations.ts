import type { DataSource } from 'typeorm';
import { lockKeySql } from './advisory-lock.ts';

/**
 * Runs the pending migrations. A session lock lets one instance of a service migrate while others wait.
 *
 * @returns names of the migrations that ran
 */
export async function runMigrations(dataSource: DataSource): Promise<string[]> {
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('SET statement_timeout = 0');
    await lock.query(`SELECT pg_advisory_lock(${lockKeySql('migrations')})`);
    const ran = await dataSource.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await lock.query(`SELECT pg_advisory_unlock(${lockKeySql('migrations')})`);
    await lock.query('RESET statement_timeout');
    await lock.release();
  }
}

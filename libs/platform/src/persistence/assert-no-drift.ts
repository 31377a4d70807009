import type { DataSource } from 'typeorm';

/** Fails where the migrated tables differ from the entities, naming the statements that would level them. */
export async function assertNoDrift(dataSource: DataSource): Promise<void> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  if (upQueries.length === 0) return;
  throw new Error(`The schema differs from the entities:\n${upQueries.map(({ query }) => query).join('\n')}`);
}

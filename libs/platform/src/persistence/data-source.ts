import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import { platformEntities } from './entities/index.ts';
import { ClockChanges1680000002000 } from './migrations/clock-changes.ts';
import { ClockDays1680000002900 } from './migrations/clock-days.ts';
import { ClockLadders1680000002600 } from './migrations/clock-ladders.ts';
import { ClockMoves1680000002800 } from './migrations/clock-moves.ts';
import { ClockResumes1680000002500 } from './migrations/clock-resumes.ts';
import { ClocksWithoutHazard1680000001000 } from './migrations/clocks-without-hazard.ts';
import { HazardPolicies1680000002700 } from './migrations/hazard-policies.ts';
import { PlatformTables1680000000000 } from './migrations/platform-tables.ts';

type Class = new () => object;

export interface DatabaseSettings {
  /** `postgres://role:password@host:port/database`. */
  readonly url: string;
  /** The service's own schema, also shown as the connection's application name. */
  readonly schema: string;
  readonly poolSize?: number;
  readonly entities: readonly Class[];
  readonly migrations: readonly Class[];
}

const STATEMENT_TIMEOUT_MS = 15_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;
const CONNECTION_TIMEOUT_MS = 5_000;

/** Start-up options of every connection of a service: own schema only, UTC, bounded statements. */
export function sessionOptions(schema: string): string {
  return [
    `-c search_path=${schema}`,
    '-c TimeZone=UTC',
    `-c statement_timeout=${STATEMENT_TIMEOUT_MS}`,
    `-c idle_in_transaction_session_timeout=${IDLE_IN_TRANSACTION_TIMEOUT_MS}`,
  ].join(' ');
}

/** A data source over the service's tables and those of the platform; not yet connected, never synchronising. */
export function createDataSource(settings: DatabaseSettings): DataSource {
  const options: DataSourceOptions = {
    type: 'postgres',
    url: settings.url,
    applicationName: settings.schema,
    poolSize: settings.poolSize ?? 10,
    connectTimeoutMS: CONNECTION_TIMEOUT_MS,
    extra: { options: sessionOptions(settings.schema) },
    installExtensions: false,
    synchronize: false,
    migrationsRun: false,
    migrationsTransactionMode: 'each',
    entities: [...platformEntities, ...settings.entities] as MixedList<Class>,
    migrations: [
      PlatformTables1680000000000,
      ClocksWithoutHazard1680000001000,
      ClockChanges1680000002000,
      ClockResumes1680000002500,
      ClockLadders1680000002600,
      HazardPolicies1680000002700,
      ClockMoves1680000002800,
      ClockDays1680000002900,
      ...settings.migrations,
    ] as MixedList<Class>,
  };
  return new DataSource(options);
}

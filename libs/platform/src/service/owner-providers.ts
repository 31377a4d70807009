import type { Provider } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Sealer } from '../audit/index.ts';
import {
  ClockBook,
  ClockChanges,
  ClockMetrics,
  type ClockOwner,
  ClockReplies,
  ClockSettings,
  ClockWatchdog,
  Reprojections,
} from '../clocks/index.ts';
import {
  CoalescedCommands,
  Commands,
  HazardSight,
  OutboxNudge,
  PostgresUnitOfWork,
  UnitOfWork,
} from '../commands/index.ts';
import { DatabaseConfig } from '../config/index.ts';
import {
  FaultPoints,
  NoFaults,
  OutboxMetrics,
  OutboxOperations,
  OutboxRelay,
  RelaySettings,
} from '../messaging/index.ts';
import { sightOf } from './hazard-sight.ts';
import type { ServiceOptions } from './service-options.ts';

const UNHEARD_AFTER_MS = 5 * 60_000;
const WATCH_EVERY_MS = 30_000;
const relayPatience = { connectMs: 5_000, followMs: 2_000, refusedMs: 500 };

/** Commands, facts and audit trail of a service that owns facts. */
export function ownerProviders({ owner, sight }: ServiceOptions): Provider[] {
  return [
    OutboxNudge,
    { provide: UnitOfWork, useClass: PostgresUnitOfWork },
    Commands,
    CoalescedCommands,
    { provide: FaultPoints, useClass: NoFaults },
    {
      provide: RelaySettings,
      inject: [DatabaseConfig],
      useFactory: ({ url }: DatabaseConfig): RelaySettings => ({
        url,
        schema: owner,
        ...relayPatience,
      }),
    },
    OutboxMetrics,
    OutboxRelay,
    OutboxOperations,
    Sealer,
    {
      provide: HazardSight,
      inject: [ModuleRef],
      useFactory: (modules: ModuleRef) => sightOf(sight, modules),
    },
  ];
}

/** Clocks of a service that owns some. */
export function clockProviders(owner: ClockOwner): Provider[] {
  const settings: ClockSettings = { owner, unheardAfterMs: UNHEARD_AFTER_MS, watchEveryMs: WATCH_EVERY_MS };
  return [
    { provide: ClockSettings, useValue: settings },
    ClockMetrics,
    ClockChanges,
    ClockReplies,
    Reprojections,
    ClockBook,
    ClockWatchdog,
  ];
}

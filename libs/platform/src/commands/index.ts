export type { CommandSource } from './command-source.ts';
export { Commands } from './commands.ts';
export { confirmWithdrawal } from './confirm-withdrawal.ts';
export { contentHash } from './content-hash.ts';
export { OutboxNudge, outboxChannelSql } from './outbox-nudge.ts';
export { PostgresUnitOfWork } from './postgres-unit-of-work.ts';
export { UnitOfWork } from './unit-of-work.ts';
export { type AuditNote, type Origin, serviceActor, type Work } from './work.ts';
export { HazardSight } from './hazard-sight.ts';

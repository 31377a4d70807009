import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardAuditEntry } from './platform-tables/audit-guard.ts';
import { createAuditCheckpoint, createAuditEntry } from './platform-tables/audit.ts';
import { createClock, createClockRung } from './platform-tables/clocks.ts';
import { createIdempotencyKey } from './platform-tables/commands.ts';
import { createInbox, createOutbox } from './platform-tables/messaging.ts';
import { createReferenceItem } from './platform-tables/reference.ts';

/** The tables every service has beside its own; older than any migration of a service, so it runs first. */
export class PlatformTables1680000000000 implements MigrationInterface {
  readonly name = 'PlatformTables1680000000000';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...createOutbox,
      ...createInbox,
      ...createIdempotencyKey,
      ...createAuditEntry,
      ...createAuditCheckpoint,
      ...guardAuditEntry,
      ...createReferenceItem,
      ...createClock,
      ...createClockRung,
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE clock_rung, clock, reference_item, audit_checkpoint, audit_entry, idempotency_key, inbox, outbox`,
    );
    await runner.query(`DROP FUNCTION audit_entry_guard(), audit_checkpoint_guard()`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a hazard brings along that came with a ledger. */
export class Intake1700000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE hazard DROP COLUMN history, DROP COLUMN import_id`);
  }
}

const statements = [
  `ALTER TABLE hazard ADD COLUMN history jsonb, ADD COLUMN import_id uuid`,
  `COMMENT ON COLUMN hazard.history IS 'Its past as an older ledger reports it; empty for a hazard registered here.'`,
  `COMMENT ON COLUMN hazard.import_id IS 'Import that brought it; empty for a hazard registered by itself.'`,
];

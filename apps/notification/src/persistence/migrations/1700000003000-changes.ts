import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Briefs follow corrections. */
export class Changes1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE hazard_brief DROP COLUMN correction`);
  }
}

const statements = [
  `ALTER TABLE hazard_brief ADD COLUMN correction integer NOT NULL DEFAULT 0`,
  `ALTER TABLE hazard_brief ALTER COLUMN correction DROP DEFAULT`,
  `COMMENT ON COLUMN hazard_brief.correction IS 'Version of the latest correction; 0 where it was never corrected.'`,
];

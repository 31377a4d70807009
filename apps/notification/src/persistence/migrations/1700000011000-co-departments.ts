import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Departments that share a hazard's field get a copy of what is handed over. */
export class CoDepartments1700000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE hazard_brief ADD COLUMN co_orgs text[] NOT NULL DEFAULT '{}'`);
    await runner.query(`ALTER TABLE hazard_brief ALTER COLUMN co_orgs DROP DEFAULT`);
    await runner.query(
      `COMMENT ON COLUMN hazard_brief.co_orgs IS 'Departments that share its field: get a copy of its handover.'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE hazard_brief DROP COLUMN co_orgs`);
  }
}

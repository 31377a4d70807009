import type { MigrationInterface, QueryRunner } from 'typeorm';

const comment =
  'Government that took the territorial handover; empty until one has, and where it had before the column.';

/** A county that holds the territorial track is told what becomes of the hazard. */
export class TerritorialOrg1700000014000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE hazard_brief ADD COLUMN territorial_org text`);
    await runner.query(`COMMENT ON COLUMN hazard_brief.territorial_org IS '${comment}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE hazard_brief DROP COLUMN territorial_org`);
  }
}

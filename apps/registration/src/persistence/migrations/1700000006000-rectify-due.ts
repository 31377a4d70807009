import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The end of rectification as it stands; rows that were folded before have it with their hazard's next fact. */
export class RectifyDue1700000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE hazard_status ADD COLUMN rectify_due timestamptz(3)`);
    await runner.query(`COMMENT ON COLUMN hazard_status.rectify_due IS
      'End of rectification as it stands, extensions included; empty until its clock was heard of.'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE hazard_status DROP COLUMN rectify_due`);
  }
}

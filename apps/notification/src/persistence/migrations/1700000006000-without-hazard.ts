import type { MigrationInterface, QueryRunner } from 'typeorm';

const about = 'Hazard it is about; empty where it is about a clock without a hazard.';

/** Messages may be about something else than a hazard: a month's edition, for one. */
export class WithoutHazard1700000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE notification ALTER COLUMN hazard_no DROP NOT NULL`);
    await runner.query(`COMMENT ON COLUMN notification.hazard_no IS '${about}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM notification WHERE hazard_no IS NULL`);
    await runner.query(`ALTER TABLE notification ALTER COLUMN hazard_no SET NOT NULL`);
    await runner.query(`COMMENT ON COLUMN notification.hazard_no IS 'Hazard it is about.'`);
  }
}

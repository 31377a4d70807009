import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hazards that are struck off, as far as their handovers go. */
export class StrikeOffs1700000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE hazard_change ADD COLUMN struck_off_at timestamptz(3)`);
    await runner.query(
      `COMMENT ON COLUMN hazard_change.hazard_no IS 'Hazard that was corrected, withdrawn or struck off.'`,
    );
    await runner.query(`COMMENT ON COLUMN hazard_change.struck_off_at IS 'Business time of its strike-off.'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE hazard_change DROP COLUMN struck_off_at`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A re-projection asks of every clock whether it was ever paused, beside a row for each clock that one ever moved. */
export class ClockResumes1680000002500 implements MigrationInterface {
  readonly name = 'ClockResumes1680000002500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX clock_change_resume ON clock_change (clock_id) WHERE kind = 'resume'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX clock_change_resume`);
  }
}

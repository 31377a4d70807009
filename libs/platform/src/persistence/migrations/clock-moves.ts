import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A re-projection asks of every clock whether it was ever paused or extended: the index has to know both. */
export class ClockMoves1680000002800 implements MigrationInterface {
  readonly name = 'ClockMoves1680000002800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX clock_change_resume`);
    await runner.query(
      `CREATE INDEX clock_change_move ON clock_change (clock_id) WHERE kind IN ('resume', 'extension')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX clock_change_move`);
    await runner.query(`CREATE INDEX clock_change_resume ON clock_change (clock_id) WHERE kind = 'resume'`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of the deadlines of rounds. Rounds that were measured before keep the one they have. */
export class Moves1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE measured_round ADD COLUMN moves jsonb NOT NULL DEFAULT '[]'`);
    for (const statement of columnComments) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE measured_round DROP COLUMN moves`);
    await runner.query(
      `COMMENT ON COLUMN measured_round.deadline IS 'End of the rectification period; exactly then is late.'`,
    );
  }
}

const columnComments = [
  `COMMENT ON COLUMN measured_round.deadline IS 'End of the rectification period as registration or verdict named it; exactly then is late.'`,
  `COMMENT ON COLUMN measured_round.moves IS 'What its clock has made of the deadline since, by version of the clock: from when, and until when; no due while it stands still.'`,
];

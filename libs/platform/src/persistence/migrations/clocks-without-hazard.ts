import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literal } from './platform-tables/comments.ts';

const columns = {
  hazard_no: 'Hazard it belongs to; empty for a clock without a hazard',
  obligation: 'Subject and title of a clock without a hazard; empty for one that belongs to a hazard',
};

/** Clocks may be about something else than a hazard: a month's edition, for one. */
export class ClocksWithoutHazard1680000001000 implements MigrationInterface {
  readonly name = 'ClocksWithoutHazard1680000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clock ALTER COLUMN hazard_no DROP NOT NULL, ADD COLUMN obligation jsonb,
      ADD CONSTRAINT clock_subject CHECK ((hazard_no IS NULL) <> (obligation IS NULL))`);
    for (const [column, sentence] of Object.entries(columns))
      await runner.query(`COMMENT ON COLUMN clock.${column} IS ${literal(sentence)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM clock_rung USING clock WHERE clock.id = clock_id AND hazard_no IS NULL`);
    await runner.query(`DELETE FROM clock WHERE hazard_no IS NULL`);
    await runner.query(`ALTER TABLE clock DROP CONSTRAINT clock_subject, DROP COLUMN obligation,
      ALTER COLUMN hazard_no SET NOT NULL`);
    await runner.query(`COMMENT ON COLUMN clock.hazard_no IS 'Hazard it belongs to'`);
  }
}

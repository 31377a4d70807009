import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literal } from './platform-tables/comments.ts';

/** A clock says itself since when it climbs its ladder: no longer does an extension alone begin another. */
export class ClockLadders1680000002600 implements MigrationInterface {
  readonly name = 'ClockLadders1680000002600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clock ADD COLUMN ladder_since timestamptz(3)`);
    await runner.query(fill);
    await runner.query(`ALTER TABLE clock ALTER COLUMN ladder_since SET NOT NULL`);
    for (const [column, sentence] of Object.entries(columns))
      await runner.query(`COMMENT ON COLUMN ${column} IS ${literal(sentence)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clock DROP COLUMN ladder_since`);
    for (const [column, sentence] of Object.entries(columnsBefore))
      await runner.query(`COMMENT ON COLUMN ${column} IS ${literal(sentence)}`);
  }
}

/** From the start, or from the last extension; of a clock that stood still then, from when it had stopped. */
const fill = `UPDATE clock SET ladder_since = coalesce((
    SELECT CASE WHEN stopped.kind = 'pause' THEN stopped.at ELSE granted.at END
    FROM clock_change granted LEFT JOIN LATERAL (
      SELECT kind, at FROM clock_change
      WHERE clock_id = clock.id AND kind IN ('pause', 'resume') AND (at, id) < (granted.at, granted.id)
      ORDER BY at DESC, id DESC LIMIT 1) stopped ON true
    WHERE granted.clock_id = clock.id AND granted.kind = 'extension' AND granted.due_after > granted.due_before
    ORDER BY granted.at DESC, granted.id DESC LIMIT 1), started_at)`;

const columns = {
  'clock.ladder_since':
    'Business time from which that ladder is climbed; rungs that would lie before do not exist',
  'clock.ladder':
    'Which ladder it climbs, from 1: another begins with an extension, or where a late clock gets a later due',
  'clock_rung.ladder': 'Which ladder of the clock, from 1',
};

const columnsBefore = {
  'clock.ladder': 'Which ladder it climbs, from 1: an extension begins another for the new due',
  'clock_rung.ladder': 'Which ladder of the clock, from 1; an extension begins another',
};

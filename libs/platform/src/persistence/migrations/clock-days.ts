import type { MigrationInterface, QueryRunner } from 'typeorm';
import { literal } from './platform-tables/comments.ts';

/** The days that a date was counted by stay with the clock: the calendar changes, and what was told must not. */
export class ClockDays1680000002900 implements MigrationInterface {
  readonly name = 'ClockDays1680000002900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clock ADD COLUMN days text`);
    await runner.query(`COMMENT ON COLUMN clock.days IS ${literal(sentence)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE clock DROP COLUMN days`);
  }
}

const sentence =
  'Why each day from the start day to the due counts or does not, a letter a day; empty where none are counted, null for a clock opened before they were kept';

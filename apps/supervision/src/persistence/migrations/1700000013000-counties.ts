import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A county may have the territorial track. */
export class Counties1700000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `COMMENT ON COLUMN hazard_case.territorial_org IS 'Government of a city or county that has the territorial track; empty while a redirected one waits for its answer'`,
    );
  }

  async down(): Promise<void> {
    // What a column is for does not have to be taken back.
  }
}

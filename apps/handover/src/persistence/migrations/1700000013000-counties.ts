import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A county may have the territorial track. */
export class Counties1700000013000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `COMMENT ON COLUMN handover.track IS 'Territorial (government of a city or county) or industry (provincial department).'`,
    );
  }

  async down(): Promise<void> {
    // What a column is for does not have to be taken back.
  }
}

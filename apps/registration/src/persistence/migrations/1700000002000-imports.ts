import type { MigrationInterface, QueryRunner } from 'typeorm';
import { general } from './imports/general.ts';
import { imports } from './imports/imports.ts';
import { staging } from './imports/staging.ts';

/** Ledgers that come as files: imports, their errors and staged rows, the history of a hazard, general hazards. */
export class Imports1700000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...ofHazard, ...imports, ...general, ...staging]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE import_major_row, import_general_row, import_count_row`);
    await runner.query(`DROP TABLE general_hazard, general_hazard_count, import_error, hazard_import`);
    await runner.query(`DROP INDEX hazard_by_unit`);
    await runner.query(`ALTER TABLE hazard DROP COLUMN history, DROP COLUMN import_id`);
  }
}

const ofHazard = [
  `ALTER TABLE hazard ADD COLUMN history jsonb, ADD COLUMN import_id uuid`,
  `COMMENT ON COLUMN hazard.history IS 'Its past, as reported by whoever brought it in a ledger of an older system.'`,
  `COMMENT ON COLUMN hazard.import_id IS 'The import that brought it.'`,
  `CREATE INDEX hazard_by_unit ON hazard (credit_code, place_code, standard_code)`,
];

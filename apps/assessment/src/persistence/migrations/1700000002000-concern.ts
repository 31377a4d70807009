import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a hazard concerns besides its city and field. */
export class Concern1700000002000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE hazard_measure ADD COLUMN place_code text, ADD COLUMN credit_code text,
         ADD COLUMN orgs text[] NOT NULL DEFAULT '{}'`,
    );
    for (const statement of columnComments) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE hazard_measure DROP COLUMN place_code, DROP COLUMN credit_code, DROP COLUMN orgs`,
    );
  }
}

const columnComments = [
  `COMMENT ON COLUMN hazard_measure.place_code IS 'County of the hazard, for who may read of it.'`,
  `COMMENT ON COLUMN hazard_measure.credit_code IS 'Credit code of the unit that must rectify, for who may read of it.'`,
  `COMMENT ON COLUMN hazard_measure.orgs IS 'Organisations that share it, must rectify it or were handed it, for who may read of it.'`,
];

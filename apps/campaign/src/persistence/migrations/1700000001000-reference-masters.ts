import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The master of reference data and the record of its seeding. */
export class ReferenceMasters1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reference_master (
        kind text NOT NULL,
        code text NOT NULL,
        effective_from date NOT NULL,
        effective_to date,
        version integer NOT NULL,
        body jsonb NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        CONSTRAINT reference_master_pk PRIMARY KEY (kind, code, effective_from)
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX reference_master_single ON reference_master (kind, code)
      WHERE kind IN ('campaign', 'calendarYear', 'manifest')`);
    await runner.query(`
      CREATE TABLE seed_run (
        version integer NOT NULL,
        items integer NOT NULL,
        loaded_at timestamptz(3) NOT NULL,
        CONSTRAINT seed_run_pk PRIMARY KEY (version)
      )`);
    for (const statement of comments) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE seed_run, reference_master`);
  }
}

const comments = [
  `COMMENT ON TABLE reference_master IS 'Reference data with effective dates: the master of all copies'`,
  `COMMENT ON COLUMN reference_master.kind IS 'Kind of item: place, organisation, …'`,
  `COMMENT ON COLUMN reference_master.code IS 'Code of the item within its kind'`,
  `COMMENT ON COLUMN reference_master.effective_from IS 'First day (Asia/Shanghai) on which this form of the item holds'`,
  `COMMENT ON COLUMN reference_master.effective_to IS 'Last day on which it holds; empty while it is in force'`,
  `COMMENT ON COLUMN reference_master.version IS 'Rises with every change; a change names the version it saw'`,
  `COMMENT ON COLUMN reference_master.body IS 'The item itself, in the shape of the contracts'`,
  `COMMENT ON COLUMN reference_master.changed_at IS 'Business time of the last change'`,
  `COMMENT ON TABLE seed_run IS 'Versions of the seed that this deployment has loaded'`,
  `COMMENT ON COLUMN seed_run.version IS 'Version of the seed, never loaded twice'`,
  `COMMENT ON COLUMN seed_run.items IS 'Items that this version added'`,
  `COMMENT ON COLUMN seed_run.loaded_at IS 'Business time of the loading'`,
];

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger, its numbering and its status view. */
export class Ledger1700000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE hazard (
        hazard_no text PRIMARY KEY,
        campaign_code text NOT NULL,
        kind text NOT NULL,
        mass_casualties boolean NOT NULL,
        found_by text NOT NULL,
        found_on date NOT NULL,
        responsible jsonb NOT NULL,
        responsible_name text NOT NULL,
        credit_code text,
        place_code text NOT NULL,
        place_name text NOT NULL,
        city_code text NOT NULL,
        city_name text NOT NULL,
        address text NOT NULL,
        field_code text NOT NULL,
        field_name text NOT NULL,
        co_orgs text[] NOT NULL,
        standard_code text NOT NULL,
        standard_title text NOT NULL,
        clause_no text,
        clause_reason text,
        description text NOT NULL,
        report jsonb NOT NULL,
        registered_at timestamptz(3) NOT NULL,
        deadline timestamptz(3) NOT NULL,
        registered_by text NOT NULL,
        registered_org text
      )`);
    await runner.query(`CREATE INDEX hazard_by_time ON hazard (registered_at, hazard_no)`);
    await runner.query(`CREATE INDEX hazard_by_deadline ON hazard (deadline, hazard_no)`);
    await runner.query(`CREATE INDEX hazard_by_city ON hazard (city_code, registered_at, hazard_no)`);
    await runner.query(`CREATE INDEX hazard_by_field ON hazard (field_code, registered_at, hazard_no)`);
    await runner.query(`
      CREATE TABLE hazard_status (
        hazard_no text PRIMARY KEY,
        facts jsonb NOT NULL,
        state text NOT NULL,
        marks jsonb NOT NULL,
        overdue boolean NOT NULL,
        finished boolean NOT NULL
      )`);
    await runner.query(`CREATE INDEX hazard_status_unfinished ON hazard_status (state) WHERE NOT finished`);
    await runner.query(`CREATE TABLE number_serial (cell text PRIMARY KEY, last integer NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE number_serial, hazard_status, hazard`);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The ledger, its numbering and its status view. */
export class Ledger1690000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes, ...comments]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE hazard, hazard_status, number_serial`);
  }
}

const tables = [
  `CREATE TABLE hazard (
    hazard_no text NOT NULL,
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
    co_orgs text array NOT NULL,
    standard_code text NOT NULL,
    standard_title text NOT NULL,
    clause_no text,
    clause_reason text,
    description text NOT NULL,
    report jsonb NOT NULL,
    registered_at timestamptz(3) NOT NULL,
    deadline timestamptz(3) NOT NULL,
    registered_by text NOT NULL,
    registered_org text,
    CONSTRAINT hazard_pk PRIMARY KEY (hazard_no)
  )`,
  `CREATE TABLE hazard_status (
    hazard_no text NOT NULL,
    facts jsonb NOT NULL,
    state text NOT NULL,
    marks jsonb NOT NULL,
    overdue boolean NOT NULL,
    finished boolean NOT NULL,
    assigned_orgs text[] NOT NULL,
    CONSTRAINT hazard_status_pk PRIMARY KEY (hazard_no)
  )`,
  `CREATE TABLE number_serial (
    cell text NOT NULL,
    last integer NOT NULL,
    CONSTRAINT number_serial_pk PRIMARY KEY (cell)
  )`,
];

const indexes = [
  `CREATE INDEX hazard_by_time ON hazard (registered_at, hazard_no)`,
  `CREATE INDEX hazard_by_deadline ON hazard (deadline, hazard_no)`,
  `CREATE INDEX hazard_by_city ON hazard (city_code, registered_at, hazard_no)`,
  `CREATE INDEX hazard_by_field ON hazard (field_code, registered_at, hazard_no)`,
];

const comments = [
  `COMMENT ON COLUMN hazard.hazard_no IS 'Hazard number, never reused.'`,
  `COMMENT ON COLUMN hazard.campaign_code IS 'Campaign in which it was registered.'`,
  `COMMENT ON COLUMN hazard.kind IS 'Facility failure, illegal act or management deficiency.'`,
  `COMMENT ON COLUMN hazard.mass_casualties IS 'It may cause mass deaths and injuries.'`,
  `COMMENT ON COLUMN hazard.found_by IS 'Who found it: inspection, enterprise, public or transfer.'`,
  `COMMENT ON COLUMN hazard.found_on IS 'The day it was found, Asia/Shanghai.'`,
  `COMMENT ON COLUMN hazard.responsible IS 'The unit with its credit code, or the body that must act in its place.'`,
  `COMMENT ON COLUMN hazard.responsible_name IS 'Name of the unit or body, for search.'`,
  `COMMENT ON COLUMN hazard.credit_code IS 'Unified social credit code (GB 32100-2015) of the unit.'`,
  `COMMENT ON COLUMN hazard.place_code IS 'County-level division (GB/T 2260) as on the day of filing.'`,
  `COMMENT ON COLUMN hazard.place_name IS 'Its name as on the day of filing.'`,
  `COMMENT ON COLUMN hazard.city_code IS 'Prefecture-level city: gets the territorial handover.'`,
  `COMMENT ON COLUMN hazard.city_name IS 'Name of the city as on the day of filing.'`,
  `COMMENT ON COLUMN hazard.address IS 'Address of the hazard within the county.'`,
  `COMMENT ON COLUMN hazard.field_code IS 'Field of supervision: its lead gets the industry handover.'`,
  `COMMENT ON COLUMN hazard.field_name IS 'Name of the field as on the day of filing.'`,
  `COMMENT ON COLUMN hazard.co_orgs IS 'Departments that share the hazard.'`,
  `COMMENT ON COLUMN hazard.standard_code IS 'Determination standard in force on the day it was found.'`,
  `COMMENT ON COLUMN hazard.standard_title IS 'Title of the standard.'`,
  `COMMENT ON COLUMN hazard.clause_no IS 'Clause of the standard it falls under.'`,
  `COMMENT ON COLUMN hazard.clause_reason IS 'Written reason where the standard has no clauses supplied.'`,
  `COMMENT ON COLUMN hazard.description IS 'What was found.'`,
  `COMMENT ON COLUMN hazard.report IS 'State and cause, harm and difficulty (Order No. 16, art. 14).'`,
  `COMMENT ON COLUMN hazard.registered_at IS 'Business time of registration.'`,
  `COMMENT ON COLUMN hazard.deadline IS 'End of the rectification period set at registration.'`,
  `COMMENT ON COLUMN hazard.registered_by IS 'Person who registered it.'`,
  `COMMENT ON COLUMN hazard.registered_org IS 'Organisation that registered it.'`,
  `COMMENT ON COLUMN hazard_status.hazard_no IS 'Hazard number.'`,
  `COMMENT ON COLUMN hazard_status.facts IS 'Folded facts, the only source of the other columns.'`,
  `COMMENT ON COLUMN hazard_status.state IS 'State of the hazard (glossary).'`,
  `COMMENT ON COLUMN hazard_status.marks IS 'The five marks with first and last time.'`,
  `COMMENT ON COLUMN hazard_status.overdue IS 'An open clock is past its due.'`,
  `COMMENT ON COLUMN hazard_status.finished IS 'Struck off, published, assessed, and no clock open: the loop has ended.'`,
  `COMMENT ON COLUMN hazard_status.assigned_orgs IS 'Organisations it was handed over to, now or before: they may see it.'`,
  `COMMENT ON COLUMN number_serial.cell IS 'Campaign, place, field letters and month, joined by slashes.'`,
  `COMMENT ON COLUMN number_serial.last IS 'Last serial given.'`,
];

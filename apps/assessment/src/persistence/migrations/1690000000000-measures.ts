import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the indicators count of each hazard. */
export class Measures1690000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes, ...comments]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE hazard_measure`);
  }
}

const tables = [
  `CREATE TABLE hazard_measure (
    hazard_no text NOT NULL,
    facts jsonb NOT NULL,
    campaign_code text,
    city_code text,
    field_code text,
    state text NOT NULL,
    found_month text,
    struck_off_month text,
    on_time boolean,
    overdue boolean NOT NULL,
    handovers integer NOT NULL,
    handovers_answered integer NOT NULL,
    handovers_late integer NOT NULL,
    CONSTRAINT hazard_measure_pk PRIMARY KEY (hazard_no)
  )`,
];

const indexes = [
  `CREATE INDEX hazard_measure_found ON hazard_measure (campaign_code, found_month, city_code)`,
  `CREATE INDEX hazard_measure_struck_off ON hazard_measure (campaign_code, struck_off_month, city_code)`,
];

const comments = [
  `COMMENT ON COLUMN hazard_measure.hazard_no IS 'Hazard number.'`,
  `COMMENT ON COLUMN hazard_measure.facts IS 'Folded facts, the only source of the other columns.'`,
  `COMMENT ON COLUMN hazard_measure.campaign_code IS 'Campaign of the hazard; empty until its registration has been heard.'`,
  `COMMENT ON COLUMN hazard_measure.city_code IS 'City in whose figures it counts; empty until the registration has been heard.'`,
  `COMMENT ON COLUMN hazard_measure.field_code IS 'Field in whose figures it counts; empty until the registration has been heard.'`,
  `COMMENT ON COLUMN hazard_measure.state IS 'State of the hazard (glossary).'`,
  `COMMENT ON COLUMN hazard_measure.found_month IS 'Month in which it was registered, YYYY-MM, Asia/Shanghai.'`,
  `COMMENT ON COLUMN hazard_measure.struck_off_month IS 'Month of the strike-off, YYYY-MM, Asia/Shanghai; empty while it is not struck off.'`,
  `COMMENT ON COLUMN hazard_measure.on_time IS 'Every completion so far was reported in time; empty while none has been.'`,
  `COMMENT ON COLUMN hazard_measure.overdue IS 'An open clock is past its due.'`,
  `COMMENT ON COLUMN hazard_measure.handovers IS 'Handovers dispatched, those after a transfer included.'`,
  `COMMENT ON COLUMN hazard_measure.handovers_answered IS 'Handovers that were answered.'`,
  `COMMENT ON COLUMN hazard_measure.handovers_late IS 'Handovers answered at or after their due.'`,
];

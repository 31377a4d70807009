import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What editions can say of each hazard. */
export class Material1690000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes, ...comments]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE edition_material`);
  }
}

const tables = [
  `CREATE TABLE edition_material (
    hazard_no text NOT NULL,
    facts jsonb NOT NULL,
    campaign_code text,
    city_code text,
    field_code text,
    public_fields jsonb,
    state text NOT NULL,
    overdue boolean NOT NULL,
    registered_month text,
    struck_off_month text,
    CONSTRAINT edition_material_pk PRIMARY KEY (hazard_no)
  )`,
];

const indexes = [
  `CREATE INDEX edition_material_registered ON edition_material (campaign_code, registered_month, city_code)`,
  `CREATE INDEX edition_material_struck_off ON edition_material (campaign_code, struck_off_month, city_code)`,
];

const comments = [
  `COMMENT ON COLUMN edition_material.hazard_no IS 'Hazard number.'`,
  `COMMENT ON COLUMN edition_material.facts IS 'Folded facts, the only source of the other columns.'`,
  `COMMENT ON COLUMN edition_material.campaign_code IS 'Campaign of the hazard; empty until its registration has been heard.'`,
  `COMMENT ON COLUMN edition_material.city_code IS 'City by which editions group; empty until the registration has been heard.'`,
  `COMMENT ON COLUMN edition_material.field_code IS 'Field of supervision; empty until the registration has been heard.'`,
  `COMMENT ON COLUMN edition_material.public_fields IS 'What may be told in public, before review; empty until the registration has been heard.'`,
  `COMMENT ON COLUMN edition_material.state IS 'State of the hazard (glossary).'`,
  `COMMENT ON COLUMN edition_material.overdue IS 'An open clock is past its due.'`,
  `COMMENT ON COLUMN edition_material.registered_month IS 'Month of registration, YYYY-MM, Asia/Shanghai.'`,
  `COMMENT ON COLUMN edition_material.struck_off_month IS 'Month of the strike-off, YYYY-MM, Asia/Shanghai; empty while it is not struck off.'`,
];

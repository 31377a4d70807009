import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages, the briefs they are written from, and the facts that wait until it is known whom they concern. */
export class Messages1690000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes, ...comments]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE notification, hazard_brief, waiting_fact`);
  }
}

const tables = [
  `CREATE TABLE notification (
    id uuid NOT NULL,
    event_id uuid NOT NULL,
    hazard_no text NOT NULL,
    kind text NOT NULL,
    org_code text NOT NULL,
    role text NOT NULL,
    person text,
    params jsonb NOT NULL,
    sent_at timestamptz(3) NOT NULL,
    deliver_at timestamptz(3) NOT NULL,
    acknowledged_at timestamptz(3),
    acknowledged_by text,
    CONSTRAINT notification_pk PRIMARY KEY (id)
  )`,
  `CREATE TABLE hazard_brief (
    hazard_no text NOT NULL,
    campaign_code text NOT NULL,
    place_code text NOT NULL,
    place_name text NOT NULL,
    city_code text NOT NULL,
    city_name text NOT NULL,
    field_code text NOT NULL,
    field_name text NOT NULL,
    unit_name text NOT NULL,
    industry_org text,
    CONSTRAINT hazard_brief_pk PRIMARY KEY (hazard_no)
  )`,
  `CREATE TABLE waiting_fact (
    event_id uuid NOT NULL,
    hazard_no text NOT NULL,
    fact jsonb NOT NULL,
    CONSTRAINT waiting_fact_pk PRIMARY KEY (event_id)
  )`,
];

const indexes = [
  `CREATE UNIQUE INDEX notification_once ON notification (event_id, org_code, role, person) NULLS NOT DISTINCT`,
  `CREATE INDEX notification_by_office ON notification (org_code, role, deliver_at, id)`,
  `CREATE INDEX waiting_fact_by_hazard ON waiting_fact (hazard_no)`,
];

const comments = [
  `COMMENT ON COLUMN notification.id IS 'Id of the message.'`,
  `COMMENT ON COLUMN notification.event_id IS 'Event it tells of.'`,
  `COMMENT ON COLUMN notification.hazard_no IS 'Hazard it is about.'`,
  `COMMENT ON COLUMN notification.kind IS 'What it tells: the fact, or the rung of a clock.'`,
  `COMMENT ON COLUMN notification.org_code IS 'Organisation it is addressed to.'`,
  `COMMENT ON COLUMN notification.role IS 'Office in it: handler, leader, governor or vice-governor.'`,
  `COMMENT ON COLUMN notification.person IS 'Person meant, where several hold the same office; empty: whoever holds it.'`,
  `COMMENT ON COLUMN notification.params IS 'What the text is made of.'`,
  `COMMENT ON COLUMN notification.sent_at IS 'Business time of sending.'`,
  `COMMENT ON COLUMN notification.deliver_at IS 'Business time from which it is shown: within the notice hours, never at night.'`,
  `COMMENT ON COLUMN notification.acknowledged_at IS 'Business time at which somebody in the office first acknowledged it.'`,
  `COMMENT ON COLUMN notification.acknowledged_by IS 'Person who acknowledged it.'`,
  `COMMENT ON COLUMN hazard_brief.hazard_no IS 'Hazard number.'`,
  `COMMENT ON COLUMN hazard_brief.campaign_code IS 'Campaign whose policy sets the notice hours.'`,
  `COMMENT ON COLUMN hazard_brief.place_code IS 'County of the hazard.'`,
  `COMMENT ON COLUMN hazard_brief.place_name IS 'Its name as on the day of filing.'`,
  `COMMENT ON COLUMN hazard_brief.city_code IS 'City of the hazard: whose leaders are told.'`,
  `COMMENT ON COLUMN hazard_brief.city_name IS 'Name of the city as on the day of filing.'`,
  `COMMENT ON COLUMN hazard_brief.field_code IS 'Field of the hazard: whose vice-governor is told.'`,
  `COMMENT ON COLUMN hazard_brief.field_name IS 'Name of the field as on the day of filing.'`,
  `COMMENT ON COLUMN hazard_brief.unit_name IS 'Unit, or body in its place, that must rectify.'`,
  `COMMENT ON COLUMN hazard_brief.industry_org IS 'Department that took the industry handover; empty until one has.'`,
  `COMMENT ON COLUMN waiting_fact.event_id IS 'Id of the event.'`,
  `COMMENT ON COLUMN waiting_fact.hazard_no IS 'Hazard it is about.'`,
  `COMMENT ON COLUMN waiting_fact.fact IS 'The event as it came.'`,
];

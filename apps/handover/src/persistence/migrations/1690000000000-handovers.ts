import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Handovers and the tracks that wait for a route. */
export class Handovers1690000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...indexes, ...comments]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE handover, unrouted_track`);
  }
}

const tables = [
  `CREATE TABLE handover (
    id uuid NOT NULL,
    hazard_no text NOT NULL,
    campaign_code text NOT NULL,
    track text NOT NULL,
    org_code text NOT NULL,
    org_name text NOT NULL,
    status text NOT NULL,
    version integer NOT NULL,
    dispatched_at timestamptz(3) NOT NULL,
    answered_at timestamptz(3),
    late boolean NOT NULL,
    reason text,
    predecessor_id uuid,
    place_code text NOT NULL,
    city_code text NOT NULL,
    field_code text NOT NULL,
    CONSTRAINT handover_pk PRIMARY KEY (id)
  )`,
  `CREATE TABLE unrouted_track (
    id uuid NOT NULL,
    hazard_no text NOT NULL,
    campaign_code text NOT NULL,
    track text NOT NULL,
    why_zh text NOT NULL,
    why_en text NOT NULL,
    since timestamptz(3) NOT NULL,
    routed_at timestamptz(3),
    place_code text NOT NULL,
    city_code text NOT NULL,
    field_code text NOT NULL,
    CONSTRAINT unrouted_track_pk PRIMARY KEY (id)
  )`,
];

const indexes = [
  `CREATE UNIQUE INDEX handover_first ON handover (hazard_no, track) WHERE predecessor_id IS NULL`,
  `CREATE INDEX handover_by_time ON handover (dispatched_at, id)`,
  `CREATE INDEX handover_by_org ON handover (org_code, status)`,
  `CREATE UNIQUE INDEX unrouted_track_once ON unrouted_track (hazard_no, track)`,
];

const comments = [
  `COMMENT ON COLUMN handover.id IS 'Id of the handover.'`,
  `COMMENT ON COLUMN handover.hazard_no IS 'Hazard that is handed over.'`,
  `COMMENT ON COLUMN handover.campaign_code IS 'Campaign whose policy sets the clocks.'`,
  `COMMENT ON COLUMN handover.track IS 'Territorial (city government) or industry (provincial department).'`,
  `COMMENT ON COLUMN handover.org_code IS 'Organisation that must answer.'`,
  `COMMENT ON COLUMN handover.org_name IS 'Its name on the day of dispatch.'`,
  `COMMENT ON COLUMN handover.status IS 'How it stands: dispatched, acknowledged, refused, insisted or transferred.'`,
  `COMMENT ON COLUMN handover.version IS 'Rises with each change; the highest wins at the consumers.'`,
  `COMMENT ON COLUMN handover.dispatched_at IS 'Business time of dispatch.'`,
  `COMMENT ON COLUMN handover.answered_at IS 'Business time of the first answer.'`,
  `COMMENT ON COLUMN handover.late IS 'The first answer came at or after the due time.'`,
  `COMMENT ON COLUMN handover.reason IS 'Reason of a refusal, transfer or insistence, or the note of an acknowledgement.'`,
  `COMMENT ON COLUMN handover.predecessor_id IS 'Handover it took the place of; empty for the two first ones.'`,
  `COMMENT ON COLUMN handover.place_code IS 'County of the hazard, for scope.'`,
  `COMMENT ON COLUMN handover.city_code IS 'City of the hazard, for scope and routing.'`,
  `COMMENT ON COLUMN handover.field_code IS 'Field of the hazard, for scope and routing.'`,
  `COMMENT ON COLUMN unrouted_track.id IS 'Id on the campaign office’s list.'`,
  `COMMENT ON COLUMN unrouted_track.hazard_no IS 'Hazard that waits for a route.'`,
  `COMMENT ON COLUMN unrouted_track.campaign_code IS 'Campaign of the hazard.'`,
  `COMMENT ON COLUMN unrouted_track.track IS 'Track without a route.'`,
  `COMMENT ON COLUMN unrouted_track.why_zh IS 'Why no route was found, in Chinese.'`,
  `COMMENT ON COLUMN unrouted_track.why_en IS 'Why no route was found, in English.'`,
  `COMMENT ON COLUMN unrouted_track.since IS 'Business time since which it waits.'`,
  `COMMENT ON COLUMN unrouted_track.routed_at IS 'Business time at which the office named an organisation.'`,
  `COMMENT ON COLUMN unrouted_track.place_code IS 'County of the hazard.'`,
  `COMMENT ON COLUMN unrouted_track.city_code IS 'City of the hazard.'`,
  `COMMENT ON COLUMN unrouted_track.field_code IS 'Field of the hazard.'`,
];

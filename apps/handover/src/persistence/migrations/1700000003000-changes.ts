import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hazards that were corrected or withdrawn. */
export class Changes1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE hazard_change`);
  }
}

const statements = [
  `CREATE TABLE hazard_change (
    hazard_no text NOT NULL,
    correction integer NOT NULL,
    place_code text,
    city_code text,
    field_code text,
    withdrawn_at timestamptz(3),
    CONSTRAINT hazard_change_pk PRIMARY KEY (hazard_no)
  )`,
  `COMMENT ON COLUMN hazard_change.hazard_no IS 'Hazard that was corrected or withdrawn.'`,
  `COMMENT ON COLUMN hazard_change.correction IS 'Version of the latest correction; 0 where it was never corrected.'`,
  `COMMENT ON COLUMN hazard_change.place_code IS 'Its county, as corrected.'`,
  `COMMENT ON COLUMN hazard_change.city_code IS 'Its city, as corrected.'`,
  `COMMENT ON COLUMN hazard_change.field_code IS 'Its field, as corrected.'`,
  `COMMENT ON COLUMN hazard_change.withdrawn_at IS 'Business time at which its withdrawal was approved.'`,
  `COMMENT ON COLUMN handover.status IS 'How it stands: dispatched, acknowledged, refused, insisted, transferred or redirected.'`,
  `COMMENT ON COLUMN handover.reason IS 'Reason of a refusal, transfer, insistence or redirection, or the note of an acknowledgement.'`,
  `COMMENT ON COLUMN unrouted_track.routed_at IS 'Business time at which an organisation was named or found.'`,
];

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Corrections and withdrawals of registered hazards. */
export class Changes1700000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...comments]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE hazard_correction, hazard_withdrawal`);
  }
}

const tables = [
  `CREATE TABLE hazard_correction (
    id uuid NOT NULL,
    hazard_no text NOT NULL,
    version integer NOT NULL,
    reason text NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    corrected_at timestamptz(3) NOT NULL,
    corrected_by text NOT NULL,
    corrected_org text NOT NULL,
    CONSTRAINT hazard_correction_pk PRIMARY KEY (id)
  )`,
  `CREATE UNIQUE INDEX hazard_correction_version ON hazard_correction (hazard_no, version)`,
  `CREATE TABLE hazard_withdrawal (
    id uuid NOT NULL,
    hazard_no text NOT NULL,
    state text NOT NULL,
    reason text NOT NULL,
    requested_at timestamptz(3) NOT NULL,
    requested_by text NOT NULL,
    requested_org text NOT NULL,
    opinion text,
    decided_at timestamptz(3),
    decided_by text,
    decided_org text,
    confirmations jsonb NOT NULL,
    ended_at timestamptz(3),
    CONSTRAINT hazard_withdrawal_pk PRIMARY KEY (id)
  )`,
  `CREATE UNIQUE INDEX hazard_withdrawal_open ON hazard_withdrawal (hazard_no)
     WHERE state IN ('requested', 'approved')`,
  `CREATE INDEX hazard_withdrawal_by_hazard ON hazard_withdrawal (hazard_no, id)`,
];

const comments = [
  `COMMENT ON COLUMN hazard_correction.id IS 'Id of the correction.'`,
  `COMMENT ON COLUMN hazard_correction.hazard_no IS 'Hazard that was corrected.'`,
  `COMMENT ON COLUMN hazard_correction.version IS 'From 1, one more with each correction of the hazard.'`,
  `COMMENT ON COLUMN hazard_correction.reason IS 'Why it was corrected.'`,
  `COMMENT ON COLUMN hazard_correction.before IS 'Contents that differ, as they were.'`,
  `COMMENT ON COLUMN hazard_correction.after IS 'Contents that differ, as they are now.'`,
  `COMMENT ON COLUMN hazard_correction.corrected_at IS 'Business time of the correction.'`,
  `COMMENT ON COLUMN hazard_correction.corrected_by IS 'Person who corrected it.'`,
  `COMMENT ON COLUMN hazard_correction.corrected_org IS 'Organisation in whose office the person did.'`,
  `COMMENT ON COLUMN hazard_withdrawal.id IS 'Id of the withdrawal.'`,
  `COMMENT ON COLUMN hazard_withdrawal.hazard_no IS 'Hazard that was registered in error.'`,
  `COMMENT ON COLUMN hazard_withdrawal.state IS 'requested, refused, approved, completed or overtaken.'`,
  `COMMENT ON COLUMN hazard_withdrawal.reason IS 'Why it should be withdrawn.'`,
  `COMMENT ON COLUMN hazard_withdrawal.requested_at IS 'Business time of the request.'`,
  `COMMENT ON COLUMN hazard_withdrawal.requested_by IS 'Person who requested it.'`,
  `COMMENT ON COLUMN hazard_withdrawal.requested_org IS 'Organisation in whose office the person did.'`,
  `COMMENT ON COLUMN hazard_withdrawal.opinion IS 'Opinion of the decision.'`,
  `COMMENT ON COLUMN hazard_withdrawal.decided_at IS 'Business time of the decision.'`,
  `COMMENT ON COLUMN hazard_withdrawal.decided_by IS 'Person who decided, another than requested it.'`,
  `COMMENT ON COLUMN hazard_withdrawal.decided_org IS 'Organisation in whose office the person decided.'`,
  `COMMENT ON COLUMN hazard_withdrawal.confirmations IS 'By owner: ended, or struckOff where the hazard was struck off before.'`,
  `COMMENT ON COLUMN hazard_withdrawal.ended_at IS 'Business time of the last owner’s confirmation.'`,
];

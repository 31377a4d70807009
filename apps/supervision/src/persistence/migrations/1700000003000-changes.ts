import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Corrections, redirected handovers, and hazards that brought their past along. */
export class Changes1700000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...columns, settled, ...withoutDefaults, ...comments])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE hazard_case DROP COLUMN correction, DROP COLUMN settlements, DROP COLUMN brought_at`,
    );
    for (const table of filed) await runner.query(`ALTER TABLE ${table} DROP COLUMN brought_by`);
  }
}

const filed = ['plan', 'completion_report', 'acceptance', 'strike_off'];

const columns = [
  `ALTER TABLE hazard_case ADD COLUMN correction integer NOT NULL DEFAULT 0,
     ADD COLUMN settlements jsonb NOT NULL DEFAULT '{}', ADD COLUMN brought_at timestamptz(3)`,
  ...filed.map((table) => `ALTER TABLE ${table} ADD COLUMN brought_by text`),
];

/** Who settled which track was kept by track alone until now. */
const settled = `UPDATE hazard_case SET settlements = coalesce((
    SELECT jsonb_object_agg(heard.key, jsonb_build_object('track', taken.track, 'orgCode', taken.org, 'orgName', taken.name,
      'at', to_char(taken.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
    FROM jsonb_each(facts->'handovers') AS heard
    JOIN (VALUES ('territorial', territorial_org, territorial_name, territorial_at),
                 ('industry', industry_org, industry_name, industry_at)) AS taken(track, org, name, at)
      ON taken.track = heard.value->>'track' AND taken.org = heard.value->>'orgCode'
    WHERE heard.value->>'status' IN ('acknowledged', 'insisted') AND taken.at IS NOT NULL), '{}')`;

const withoutDefaults = [
  `ALTER TABLE hazard_case ALTER COLUMN correction DROP DEFAULT, ALTER COLUMN settlements DROP DEFAULT`,
];

const comments = [
  `COMMENT ON COLUMN hazard_case.correction IS 'Version of the latest correction; 0 where it was never corrected'`,
  `COMMENT ON COLUMN hazard_case.settlements IS 'By handover: which organisation took which track, and when'`,
  `COMMENT ON COLUMN hazard_case.brought_at IS 'Business time at which a ledger brought it; empty for a hazard registered here'`,
  `COMMENT ON COLUMN hazard_case.territorial_org IS 'City government that has the territorial track; empty while a redirected one waits for its answer'`,
  `COMMENT ON COLUMN hazard_case.territorial_at IS 'Business time at which the territorial track was first settled'`,
  `COMMENT ON COLUMN hazard_case.industry_org IS 'Department that has the industry track; empty while a redirected one waits for its answer'`,
  `COMMENT ON COLUMN hazard_case.industry_at IS 'Business time at which the industry track was first settled'`,
  ...filed.map(
    (table) =>
      `COMMENT ON COLUMN ${table}.brought_by IS 'Organisation whose ledger tells of it; empty for what was done here'`,
  ),
];

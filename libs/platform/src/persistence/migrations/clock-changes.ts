import type { MigrationInterface, QueryRunner } from 'typeorm';
import { comments, literal } from './platform-tables/comments.ts';

/** What a clock's due follows from, and what changed it since. */
export class ClockChanges1680000002000 implements MigrationInterface {
  readonly name = 'ClockChanges1680000002000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...newColumns, ...fillColumns, ...constraints, ...newTable, ...rungs])
      await runner.query(statement);
    for (const [column, sentence] of Object.entries(columnComments))
      await runner.query(`COMMENT ON COLUMN clock.${column} IS ${literal(sentence)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const statements = [
      `DROP TABLE clock_change`,
      `DELETE FROM clock_rung WHERE ladder > 1`,
      `ALTER TABLE clock_rung DROP CONSTRAINT clock_rung_pk, DROP COLUMN ladder,
         ADD CONSTRAINT clock_rung_pk PRIMARY KEY (clock_id, rung)`,
      `COMMENT ON COLUMN clock_rung.rung IS 'reminder, overdue, leader or interview'`,
      `DROP INDEX clock_to_tell`,
      `ALTER TABLE clock DROP COLUMN campaign_code, DROP COLUMN period, DROP COLUMN named_due,
         DROP COLUMN day_ends, DROP COLUMN paused_at, DROP COLUMN ladder, DROP COLUMN to_tell`,
    ];
    for (const statement of statements) await runner.query(statement);
  }
}

const newColumns = [
  `ALTER TABLE clock ADD COLUMN campaign_code text, ADD COLUMN period jsonb, ADD COLUMN named_due timestamptz(3),
     ADD COLUMN day_ends text, ADD COLUMN paused_at timestamptz(3), ADD COLUMN ladder integer, ADD COLUMN to_tell text`,
];

/**
 * Clocks that run already: the period stands in the policy they were opened by, of which the service has its copy. A
 * clock whose policy does not say it, and one whose explanation says that somebody named its date, keeps its date.
 */
const fillColumns = [
  `UPDATE clock SET ladder = 1, day_ends = '18:00',
     campaign_code = coalesce(split_part(hazard_no, '-', 1), obligation -> 'subject' ->> 'campaignCode')`,
  `UPDATE clock SET period = policy #> ARRAY['clocks', clock.kind, 'period'], day_ends = policy ->> 'dayEnds'
   FROM reference_item item, jsonb_array_elements(item.body -> 'policies') policy
   WHERE item.kind = 'campaign' AND item.code = clock.campaign_code
     AND (policy ->> 'version')::integer = clock.policy_version
     AND obligation IS NULL AND explanation_zh NOT LIKE '由有权人确定的日期%'`,
  `UPDATE clock SET named_due = due WHERE period IS NULL`,
];

const constraints = [
  `ALTER TABLE clock ALTER COLUMN campaign_code SET NOT NULL, ALTER COLUMN day_ends SET NOT NULL,
     ALTER COLUMN ladder SET NOT NULL,
     ADD CONSTRAINT clock_counted CHECK ((period IS NULL) <> (named_due IS NULL))`,
  `CREATE INDEX clock_to_tell ON clock (to_tell, wake_at) WHERE to_tell IS NOT NULL`,
];

const columnComments = {
  campaign_code: 'Campaign whose policy it runs by',
  period: 'Period its due is counted by; empty for a date that a person named',
  named_due: 'Date that a person named, before any pause or extension; empty for a period',
  day_ends: 'Time of day at which a period of days ends, Asia/Shanghai',
  paused_at: 'Business time since which it stands still; empty while it runs',
  ladder: 'Which ladder it climbs, from 1: an extension begins another for the new due',
  to_tell: 'Moved with many others and not yet told: earlier, to be told first, or later; empty once told',
};

const newTable = [
  `CREATE TABLE clock_change (
    id uuid NOT NULL,
    clock_id text NOT NULL,
    kind text NOT NULL,
    at timestamptz(3) NOT NULL,
    due_before timestamptz(3) NOT NULL,
    due_after timestamptz(3) NOT NULL,
    reason_code text,
    reason text NOT NULL,
    reference text,
    person text NOT NULL,
    org_code text,
    CONSTRAINT clock_change_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX clock_change_clock ON clock_change (clock_id, at)`,
  ...comments(
    'clock_change',
    'Pauses, extensions and re-projections of clocks, each with reason and approver',
    {
      id: 'Id of the change',
      clock_id: 'Clock it belongs to',
      kind: 'pause, resume, extension or reprojection',
      at: 'Business time of the change',
      due_before: 'The due until then',
      due_after: 'The due from then on',
      reason_code: 'Of a pause: courtOrder or forceMajeure; empty for other changes',
      reason: 'The reason in words',
      reference: 'What it was decided by: number of the order, id of the petition, hash of the re-projection',
      person: 'Who approved it',
      org_code: 'In which organisation',
    },
  ),
];

const rungs = [
  `ALTER TABLE clock_rung ADD COLUMN ladder integer NOT NULL DEFAULT 1`,
  `ALTER TABLE clock_rung ALTER COLUMN ladder DROP DEFAULT, DROP CONSTRAINT clock_rung_pk,
     ADD CONSTRAINT clock_rung_pk PRIMARY KEY (clock_id, ladder, rung)`,
  `COMMENT ON COLUMN clock_rung.ladder IS 'Which ladder of the clock, from 1; an extension begins another'`,
  `COMMENT ON COLUMN clock_rung.rung IS 'reminder, overdue, leader, interview or raise'`,
];

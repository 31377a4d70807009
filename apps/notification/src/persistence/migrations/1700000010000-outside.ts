import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Messages leave the product, say why they were sent, and are taken back with their hazard. */
export class Outside1700000010000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...tables, ...columns, ...indexes, ...comments]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE delivery, webhook`);
    await runner.query(`DROP INDEX notification_by_hazard, notification_by_clock`);
    await runner.query(
      `ALTER TABLE notification DROP COLUMN why, DROP COLUMN clock_id, DROP COLUMN withheld`,
    );
    await runner.query(`ALTER TABLE hazard_brief DROP COLUMN withdrawn`);
  }
}

const tables = [
  `CREATE TABLE delivery (
    id uuid NOT NULL,
    notification_id uuid NOT NULL,
    channel text NOT NULL,
    target text NOT NULL,
    state text NOT NULL,
    deliver_at timestamptz(3) NOT NULL,
    attempts integer NOT NULL,
    first_attempt_at timestamptz(3),
    next_attempt_at timestamptz(3) NOT NULL,
    last_error text,
    sent_at timestamptz(3),
    CONSTRAINT delivery_pk PRIMARY KEY (id)
  )`,
  `CREATE TABLE webhook (
    id uuid NOT NULL,
    org_code text NOT NULL,
    url text NOT NULL,
    kinds text[],
    secret text NOT NULL,
    created_at timestamptz(3) NOT NULL,
    created_by text NOT NULL,
    CONSTRAINT webhook_pk PRIMARY KEY (id)
  )`,
];

const columns = [
  `ALTER TABLE notification ADD COLUMN why text, ADD COLUMN clock_id text, ADD COLUMN withheld text`,
  `ALTER TABLE hazard_brief ADD COLUMN withdrawn boolean NOT NULL DEFAULT false`,
  `ALTER TABLE hazard_brief ALTER COLUMN withdrawn DROP DEFAULT`,
];

const indexes = [
  `CREATE UNIQUE INDEX delivery_once ON delivery (notification_id, channel, target)`,
  `CREATE INDEX delivery_waiting ON delivery (channel, next_attempt_at) WHERE state = 'waiting'`,
  `CREATE INDEX delivery_by_target ON delivery (target, id)`,
  `CREATE INDEX webhook_by_organisation ON webhook (org_code)`,
  `CREATE INDEX notification_by_hazard ON notification (hazard_no)`,
  `CREATE INDEX notification_by_clock ON notification (clock_id)`,
];

const comments = [
  `COMMENT ON COLUMN delivery.id IS 'Id under which receivers know it, the same in all attempts.'`,
  `COMMENT ON COLUMN delivery.notification_id IS 'Message that is delivered.'`,
  `COMMENT ON COLUMN delivery.channel IS 'Way out: email or webhook.'`,
  `COMMENT ON COLUMN delivery.target IS 'E-mail address, or id of the webhook.'`,
  `COMMENT ON COLUMN delivery.state IS 'waiting, sent, failed (given up) or withheld (taken back before it went out).'`,
  `COMMENT ON COLUMN delivery.deliver_at IS 'Business time before which it does not go out: the notice hours of the message.'`,
  `COMMENT ON COLUMN delivery.attempts IS 'Attempts begun.'`,
  `COMMENT ON COLUMN delivery.first_attempt_at IS 'System time of the first attempt: how long it has been tried.'`,
  `COMMENT ON COLUMN delivery.next_attempt_at IS 'System time of the next attempt; while one is at work, when it counts as lost.'`,
  `COMMENT ON COLUMN delivery.last_error IS 'What kept it from going out last.'`,
  `COMMENT ON COLUMN delivery.sent_at IS 'Business time at which the receiver took it.'`,
  `COMMENT ON COLUMN webhook.id IS 'Id of the webhook.'`,
  `COMMENT ON COLUMN webhook.org_code IS 'Organisation whose messages it gets.'`,
  `COMMENT ON COLUMN webhook.url IS 'Where requests go.'`,
  `COMMENT ON COLUMN webhook.kinds IS 'Kinds of messages it gets; empty: all.'`,
  `COMMENT ON COLUMN webhook.secret IS 'Signs requests. Shown once, when the webhook is registered.'`,
  `COMMENT ON COLUMN webhook.created_at IS 'Business time of registration.'`,
  `COMMENT ON COLUMN webhook.created_by IS 'Person or system that registered it.'`,
  `COMMENT ON COLUMN notification.why IS 'Why the office is told; empty in messages older than the column.'`,
  `COMMENT ON COLUMN notification.clock_id IS 'Clock whose rung it tells of; empty where it tells of something else.'`,
  `COMMENT ON COLUMN notification.withheld IS 'Why it was held back before anybody could read it; empty where it was not.'`,
  `COMMENT ON COLUMN hazard_brief.withdrawn IS 'Whether it was withdrawn: nobody is urged any more.'`,
];

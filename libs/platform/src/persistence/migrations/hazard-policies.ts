import type { MigrationInterface, QueryRunner } from 'typeorm';
import { comments } from './platform-tables/comments.ts';

/** Some kinds of a hazard's clocks may be moved to another policy: its own no longer follows from those that are open. */
export class HazardPolicies1680000002700 implements MigrationInterface {
  readonly name = 'HazardPolicies1680000002700';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...newTable, fill]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE hazard_policy`);
  }
}

const newTable = [
  `CREATE TABLE hazard_policy (
    hazard_no text NOT NULL,
    campaign_code text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT hazard_policy_pk PRIMARY KEY (hazard_no)
  )`,
  `CREATE INDEX hazard_policy_campaign ON hazard_policy (campaign_code)`,
  ...comments(
    'hazard_policy',
    'Policy that the clocks of a hazard are opened by, from the first of them in this service',
    {
      hazard_no: 'Number of the hazard',
      campaign_code: 'Campaign whose policy it is',
      version: 'Of its first clock, until the whole hazard is moved to another',
    },
  ),
];

/** As it followed until now: from the clocks still open, else from the others. */
const fill = `INSERT INTO hazard_policy (hazard_no, campaign_code, version)
  SELECT DISTINCT ON (hazard_no) hazard_no, campaign_code, policy_version FROM clock WHERE hazard_no IS NOT NULL
  ORDER BY hazard_no, (state = 'open') DESC, policy_version DESC`;

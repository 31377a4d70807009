import { comments } from './comments.ts';

export const createAcceptance: readonly string[] = [
  `CREATE TABLE acceptance (
    hazard_no text NOT NULL,
    round integer NOT NULL,
    statement text NOT NULL,
    applied_at timestamptz(3) NOT NULL,
    applied_by text NOT NULL,
    applied_org text NOT NULL,
    passed boolean,
    opinion text,
    visited_on date,
    new_deadline timestamptz(3),
    decided_at timestamptz(3),
    decided_by text,
    decided_org text,
    CONSTRAINT acceptance_pk PRIMARY KEY (hazard_no, round)
  )`,
  ...comments('acceptance', 'Acceptance on site, one a round: application and verdict', {
    hazard_no: 'Hazard it belongs to',
    round: 'Round of rectification it judges',
    statement: 'Statement of the application',
    applied_at: 'Business time of the application',
    applied_by: 'Person or system that applied',
    applied_org: 'Organisation that applied',
    passed: 'Verdict: passed or failed; empty until it is given',
    opinion: 'Opinion of the verdict',
    visited_on: 'Day of the visit on site, Asia/Shanghai',
    new_deadline: 'End of the next rectification period, named in a failed verdict',
    decided_at: 'Business time of the verdict',
    decided_by: 'Person or system that gave the verdict',
    decided_org: 'Organisation that gave the verdict',
  }),
];

export const createStrikeOff: readonly string[] = [
  `CREATE TABLE strike_off (
    hazard_no text NOT NULL,
    opinion text NOT NULL,
    struck_off_at timestamptz(3) NOT NULL,
    signed_by text NOT NULL,
    signed_org text NOT NULL,
    CONSTRAINT strike_off_pk PRIMARY KEY (hazard_no)
  )`,
  ...comments('strike_off', 'Final sign-offs: the end of a hazard’s state', {
    hazard_no: 'Hazard that was struck off',
    opinion: 'Opinion of the leader who signed',
    struck_off_at: 'Business time of the sign-off',
    signed_by: 'Leader who signed',
    signed_org: 'Organisation in whose office the leader signed',
  }),
];

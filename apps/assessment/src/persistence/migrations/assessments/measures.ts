import { comments } from './comments.ts';

/**
 * The measures are folded anew: what they hold of rounds, handovers and editions cannot be told from what was kept.
 * The consumer that does so has a new name, for which the topics begin again.
 */
export const renewMeasures: readonly string[] = [
  `TRUNCATE hazard_measure`,
  `DELETE FROM inbox WHERE consumer = 'assessment.measures'`,
  `ALTER TABLE hazard_measure DROP COLUMN on_time, DROP COLUMN overdue, DROP COLUMN handovers,
     DROP COLUMN handovers_answered, DROP COLUMN handovers_late,
     ADD COLUMN registered_at timestamptz(3), ADD COLUMN struck_off_at timestamptz(3),
     ADD COLUMN withdrawn_at timestamptz(3)`,
  ...comments('hazard_measure', 'What the indicators count of each hazard: facts folded in any order', {
    city_code:
      'City in whose figures it counts, after its latest correction; empty until the registration has been heard.',
    field_code:
      'Field in whose figures it counts, after its latest correction; empty until the registration has been heard.',
    registered_at: 'Business time of the registration.',
    found_month: 'Month of the edition that first listed it, YYYY-MM, Asia/Shanghai; empty while none has.',
    struck_off_month:
      'Month of the edition that listed it as struck off, YYYY-MM, Asia/Shanghai; empty while none has.',
    struck_off_at: 'Business time of the strike-off.',
    withdrawn_at:
      'Business time at which it was withdrawn as registered in error; empty where it had been struck off.',
  }),
];

export const createMeasuredRows: readonly string[] = [
  `CREATE TABLE measured_round (
    hazard_no text NOT NULL,
    round integer NOT NULL,
    begun_at timestamptz(3) NOT NULL,
    deadline timestamptz(3) NOT NULL,
    completed_at timestamptz(3),
    on_time boolean,
    CONSTRAINT measured_round_pk PRIMARY KEY (hazard_no, round)
  )`,
  ...comments('measured_round', 'Rounds of rectification, with what was reported in them', {
    hazard_no: 'Hazard that is rectified.',
    round: 'Number of the round, from 1.',
    begun_at: 'Business time of the registration, or of the failed verdict before.',
    deadline: 'End of the rectification period; exactly then is late.',
    completed_at: 'Business time at which completion was reported.',
    on_time: 'Completion was reported in time, as supervision decided; empty while it has not been.',
  }),
  `CREATE TABLE measured_handover (
    id uuid NOT NULL,
    hazard_no text NOT NULL,
    track text NOT NULL,
    org_code text NOT NULL,
    dispatched_at timestamptz(3) NOT NULL,
    due timestamptz(3),
    answered_at timestamptz(3),
    late boolean NOT NULL,
    redirected_at timestamptz(3),
    CONSTRAINT measured_handover_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX measured_handover_hazard ON measured_handover (hazard_no)`,
  ...comments('measured_handover', 'Handovers: when they had to be answered, and when they were', {
    id: 'Id of the handover.',
    hazard_no: 'Hazard that was handed over.',
    track: 'Territorial (city government) or industry (provincial department).',
    org_code: 'Organisation that had to answer.',
    dispatched_at: 'Business time of dispatch.',
    due: 'Due of its acknowledge clock; empty for one of the past that was never told of.',
    answered_at: 'Business time of the first answer.',
    late: 'The first answer came at or after the due.',
    redirected_at: 'Business time at which a correction put another handover in its place.',
  }),
];

/** The table as it was; it is empty, and its consumer folds it anew. */
export const restoreMeasures: readonly string[] = [
  `DROP TABLE measured_round, measured_handover`,
  `TRUNCATE hazard_measure`,
  `ALTER TABLE hazard_measure DROP COLUMN registered_at, DROP COLUMN struck_off_at, DROP COLUMN withdrawn_at,
     ADD COLUMN on_time boolean, ADD COLUMN overdue boolean NOT NULL, ADD COLUMN handovers integer NOT NULL,
     ADD COLUMN handovers_answered integer NOT NULL, ADD COLUMN handovers_late integer NOT NULL`,
];

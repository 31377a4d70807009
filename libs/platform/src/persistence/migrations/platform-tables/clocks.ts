import { comments } from './comments.ts';

export const createClock: readonly string[] = [
  `CREATE TABLE clock (
    id text NOT NULL,
    kind text NOT NULL,
    hazard_no text NOT NULL,
    version integer NOT NULL,
    state text NOT NULL,
    started_at timestamptz(3) NOT NULL,
    due timestamptz(3) NOT NULL,
    wake_at timestamptz(3),
    ended_at timestamptz(3),
    overdue_at timestamptz(3),
    waits_for_org text NOT NULL,
    waits_for_name text NOT NULL,
    rungs jsonb NOT NULL,
    policy_version integer NOT NULL,
    calendar_version integer NOT NULL,
    provisional boolean NOT NULL,
    explanation_zh text NOT NULL,
    explanation_en text NOT NULL,
    reminded_at timestamptz,
    CONSTRAINT clock_state CHECK (state IN ('open', 'met', 'cancelled')),
    CONSTRAINT clock_pk PRIMARY KEY (id)
  )`,
  `CREATE INDEX clock_wake ON clock (wake_at) WHERE state = 'open'`,
  `CREATE INDEX clock_hazard ON clock (hazard_no)`,
  ...comments('clock', 'Clocks that this service owns; only it ends, moves or decides them', {
    id: 'Owner, kind and subject: opening the same clock twice gives one',
    kind: 'Kind of clock, as in the policy',
    hazard_no: 'Hazard it belongs to',
    version: 'Rises with every change; the highest wins wherever it is copied',
    state: 'open, met or cancelled',
    started_at: 'Business time of the start fact',
    due: 'Business time at which it is late',
    wake_at: 'Business time of the next rung; empty when no rung is left or the clock has ended',
    ended_at: 'Business time at which it was met or cancelled',
    overdue_at: 'The due time, once it has passed unanswered; a clock can be met late',
    waits_for_org: 'Organisation that must act',
    waits_for_name: 'Its name when the clock was opened',
    rungs: 'Rungs still to be climbed, each with its business time',
    policy_version: 'Version of the policy that gave period and ladder',
    calendar_version: 'Sum of the versions of the calendar years that were stored when the date was computed',
    provisional: 'Computed beyond the stored calendar, to be computed again',
    explanation_zh: 'Why this date, in Chinese',
    explanation_en: 'Why this date, in English',
    reminded_at: 'System time at which the watchdog last told the loop of this clock again',
  }),
];

export const createClockRung: readonly string[] = [
  `CREATE TABLE clock_rung (
    clock_id text NOT NULL,
    rung text NOT NULL,
    taken boolean NOT NULL,
    decided_at timestamptz(3) NOT NULL,
    CONSTRAINT clock_rung_pk PRIMARY KEY (clock_id, rung)
  )`,
  ...comments('clock_rung', 'Rungs of the ladder that were taken or skipped, each at most once', {
    clock_id: 'Clock it belongs to',
    rung: 'reminder, overdue, leader or interview',
    taken: 'Taken, or skipped because the service was down past it',
    decided_at: 'Business time of the decision',
  }),
];

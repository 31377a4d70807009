import { comments } from './comments.ts';

export const createInterview: readonly string[] = [
  `CREATE TABLE interview (
    id uuid NOT NULL,
    campaign_code text NOT NULL,
    serial integer NOT NULL,
    state text NOT NULL,
    interviewee_org text NOT NULL,
    interviewee_name text NOT NULL,
    interviewer_org text NOT NULL,
    interviewer_name text NOT NULL,
    opened_at timestamptz(3) NOT NULL,
    cancelled_at timestamptz(3),
    CONSTRAINT interview_pk PRIMARY KEY (id),
    CONSTRAINT interview_number UNIQUE (campaign_code, serial)
  )`,
  `CREATE UNIQUE INDEX interview_open ON interview (interviewee_org) WHERE state = 'open'`,
  `CREATE INDEX interview_opened ON interview (opened_at, id)`,
  ...comments('interview', 'Warning interviews of organisations that did not act', {
    id: 'Id of the interview',
    campaign_code: 'Campaign of the clock that opened it',
    serial: 'Running number inside the campaign, from 1; makes its number',
    state: 'open, or cancelled once every hazard it is about was withdrawn',
    interviewee_org: 'Organisation whose leader is interviewed',
    interviewee_name: 'Its name when it was opened',
    interviewer_org: 'Organisation whose leader interviews',
    interviewer_name: 'Its name when it was opened',
    opened_at: 'Business time at which it was opened',
    cancelled_at: 'Business time at which it was cancelled',
  }),
];

export const createInterviewCause: readonly string[] = [
  `CREATE TABLE interview_cause (
    clock_id text NOT NULL,
    interview_id uuid NOT NULL,
    kind text NOT NULL,
    hazard_no text,
    due timestamptz(3) NOT NULL,
    rung_at timestamptz(3) NOT NULL,
    left_at timestamptz(3),
    CONSTRAINT interview_cause_pk PRIMARY KEY (clock_id, due)
  )`,
  `CREATE INDEX interview_cause_interview ON interview_cause (interview_id)`,
  `CREATE INDEX interview_cause_hazard ON interview_cause (hazard_no)`,
  ...comments('interview_cause', 'Dates of clocks that were missed and led to an interview, each once', {
    clock_id: 'Clock whose last rung was taken',
    interview_id: 'Interview it led to',
    kind: 'Kind of the clock',
    hazard_no: 'Hazard of the clock; empty for a clock that belongs to none',
    due: 'When the organisation should have acted',
    rung_at: 'Business time at which the rung was taken',
    left_at: 'Business time at which its hazard was withdrawn',
  }),
];

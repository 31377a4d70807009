import { comments } from './comments.ts';

export const createInterviewStart: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS interview_start (
    at timestamptz(3) NOT NULL,
    CONSTRAINT interview_start_pk PRIMARY KEY (at)
  )`,
  ...comments(
    'interview_start',
    'From when on rungs lead to interviews: one row where a release without interviews ran here, none elsewhere',
    { at: 'Business time of the last thing that release did; rungs up to it lead to none' },
  ),
];

/**
 * The consumer that hears rungs reads topics from their beginning that it did not read before. What a release without
 * interviews had taken by then is behind, up to the last thing it did here.
 */
export const rememberLastDone = `INSERT INTO interview_start
  SELECT at FROM (SELECT greatest((SELECT max(occurred_at) FROM outbox), (SELECT max(updated_at) FROM hazard_case)) AS at)
    AS done WHERE at IS NOT NULL`;

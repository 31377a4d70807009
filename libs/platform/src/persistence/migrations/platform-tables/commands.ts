import { comments } from './comments.ts';

export const createIdempotencyKey: readonly string[] = [
  `CREATE TABLE idempotency_key (
    caller text NOT NULL,
    route text NOT NULL,
    key text NOT NULL,
    request_hash text NOT NULL,
    answer json,
    answered_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT idempotency_key_pk PRIMARY KEY (caller, route, key)
  )`,
  ...comments('idempotency_key', 'Answers of commands that carried an Idempotency-Key', {
    caller: 'Person or system that sent the command',
    route: 'Method and pattern of the route',
    key: 'The key the caller chose',
    request_hash: 'SHA-256 of path and body in canonical form; another content under the same key is refused',
    answer: 'The answer, given again to a repeated request',
    answered_at: 'System time of the first answer',
  }),
];

import { comments } from './comments.ts';

export const createOutbox: readonly string[] = [
  `CREATE TABLE outbox (
    seq bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    id uuid NOT NULL,
    topic text NOT NULL,
    key text NOT NULL,
    type text NOT NULL,
    envelope jsonb NOT NULL,
    occurred_at timestamptz NOT NULL,
    written_at timestamptz NOT NULL DEFAULT now(),
    attempts integer NOT NULL DEFAULT 0,
    sent_at timestamptz,
    parked_at timestamptz,
    last_error text,
    CONSTRAINT outbox_pk PRIMARY KEY (seq)
  )`,
  `CREATE INDEX outbox_key ON outbox (key, seq)`,
  `CREATE INDEX outbox_parked ON outbox (key, seq) WHERE parked_at IS NOT NULL`,
  `CREATE INDEX outbox_unsent ON outbox (seq) WHERE sent_at IS NULL AND parked_at IS NULL`,
  `CREATE UNIQUE INDEX outbox_id ON outbox (id)`,
  ...comments('outbox', 'Facts of this service: committed with the state they tell of, sent by the relay', {
    seq: 'Order of writing; gaps and late arrivals are normal, so nobody may read past a position',
    id: 'Message id, the identity that inboxes and the loop know it by',
    topic: 'Topic of the contracts, without the prefix of a deployment',
    key: 'Hazard number, or the key of a reference item; orders messages',
    type: 'Type of the event, as in the catalogue of the contracts',
    envelope: 'The whole envelope as it is published',
    occurred_at: 'Business time of the fact',
    written_at: 'System time of the transaction; tells how long it waits for the relay',
    attempts: 'How often the broker refused this message for good',
    sent_at: 'System time at which the broker confirmed it; empty again when it is to be sent once more',
    parked_at: 'System time at which it was given up; holds later messages of its key until requeued',
    last_error: 'Why the broker refused it last',
  }),
];

export const createInbox: readonly string[] = [
  `CREATE TABLE inbox (
    consumer text NOT NULL,
    message_id uuid NOT NULL,
    handled_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT inbox_pk PRIMARY KEY (consumer, message_id)
  )`,
  ...comments('inbox', 'Messages whose effects this service has committed', {
    consumer: 'Consumer that handled it',
    message_id: 'Id of the message in its envelope',
    handled_at: 'System time at which its effects were committed',
  }),
];

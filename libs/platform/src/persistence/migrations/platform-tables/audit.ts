import { comments } from './comments.ts';

export const createAuditEntry: readonly string[] = [
  `CREATE TABLE audit_entry (
    seq bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    occurred_at timestamptz(3) NOT NULL,
    actor jsonb NOT NULL,
    correlation_id text NOT NULL,
    source text NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    before jsonb,
    after jsonb,
    chain_position bigint,
    chain_hash text,
    CONSTRAINT audit_entry_pk PRIMARY KEY (seq)
  )`,
  `CREATE INDEX audit_entry_subject ON audit_entry (subject, seq)`,
  `CREATE UNIQUE INDEX audit_entry_chain ON audit_entry (chain_position)`,
  `CREATE INDEX audit_entry_unsealed ON audit_entry (seq) WHERE chain_position IS NULL`,
  ...comments('audit_entry', 'Append-only record of who did what; sealed into a hash chain', {
    seq: 'Order of writing; the chain has its own order, that of becoming visible',
    occurred_at: 'Business time of the act',
    actor: 'Who did it: person, organisation and role',
    correlation_id: 'Request or message it came from',
    source: 'From where: the network address of a request, or the part of the product',
    action: 'What was done',
    subject: 'What it was done to, usually a hazard number',
    before: 'What it was before',
    after: 'What it was afterwards',
    chain_position: 'Place in the hash chain, 1 upwards without gaps; empty until sealed',
    chain_hash: 'SHA-256 over the hash before it and this row in canonical form, hexadecimal',
  }),
];

export const createAuditCheckpoint: readonly string[] = [
  `CREATE TABLE audit_checkpoint (
    position bigint NOT NULL,
    chain_hash text NOT NULL,
    signature text NOT NULL,
    signed_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT audit_checkpoint_pk PRIMARY KEY (position)
  )`,
  ...comments('audit_checkpoint', 'Signed ends of the audit chain, one a sealed batch', {
    position: 'Position of the last row of the batch in the chain',
    chain_hash: 'Hash of that row, hexadecimal',
    signature: 'Compact JWS (EdDSA) over service, position and hash',
    signed_at: 'System time of the signature',
  }),
];

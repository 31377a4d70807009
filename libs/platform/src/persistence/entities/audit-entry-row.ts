import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Who did what, before and after. A trigger refuses every change but the sealing of a row. */
@Entity('audit_entry', { comment: 'Append-only record of who did what; sealed into a hash chain' })
@Index('audit_entry_unsealed', ['seq'], { where: 'chain_position IS NULL' })
@Index('audit_entry_chain', ['chainPosition'], { unique: true })
@Index('audit_entry_subject', ['subject', 'seq'])
export class AuditEntryRow {
  @PrimaryColumn({
    type: 'bigint',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'audit_entry_pk',
    comment: 'Order of writing; the chain has its own order, that of becoming visible',
  })
  seq!: string;

  @Column({ type: 'timestamptz', precision: 3, name: 'occurred_at', comment: 'Business time of the act' })
  occurredAt!: Date;

  @Column({ type: 'jsonb', comment: 'Who did it: person, organisation and role' })
  actor!: unknown;

  @Column({ type: 'text', name: 'correlation_id', comment: 'Request or message it came from' })
  correlationId!: string;

  @Column({
    type: 'text',
    comment: 'From where: the network address of a request, or the part of the product',
  })
  source!: string;

  @Column({ type: 'text', comment: 'What was done' })
  action!: string;

  @Column({ type: 'text', comment: 'What it was done to, usually a hazard number' })
  subject!: string;

  @Column({ type: 'jsonb', nullable: true, comment: 'What it was before' })
  before!: unknown;

  @Column({ type: 'jsonb', nullable: true, comment: 'What it was afterwards' })
  after!: unknown;

  @Column({
    type: 'bigint',
    name: 'chain_position',
    nullable: true,
    comment: 'Place in the hash chain, 1 upwards without gaps; empty until sealed',
  })
  chainPosition!: string | null;

  @Column({
    type: 'text',
    name: 'chain_hash',
    nullable: true,
    comment: 'SHA-256 over the hash before it and this row in canonical form, hexadecimal',
  })
  chainHash!: string | null;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A fact that was committed and waits for the relay, or was sent by it. */
@Entity('outbox', {
  comment: 'Facts of this service: committed with the state they tell of, sent by the relay',
})
@Index('outbox_id', ['id'], { unique: true })
@Index('outbox_unsent', ['seq'], { where: 'sent_at IS NULL AND parked_at IS NULL' })
@Index('outbox_parked', ['key', 'seq'], { where: 'parked_at IS NOT NULL' })
@Index('outbox_key', ['key', 'seq'])
export class OutboxRow {
  @PrimaryColumn({
    type: 'bigint',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'outbox_pk',
    comment: 'Order of writing; gaps and late arrivals are normal, so nobody may read past a position',
  })
  seq!: string;

  @Column({ type: 'uuid', comment: 'Message id, the identity that inboxes and the loop know it by' })
  id!: string;

  @Column({ type: 'text', comment: 'Topic of the contracts, without the prefix of a deployment' })
  topic!: string;

  @Column({ type: 'text', comment: 'Hazard number, or the key of a reference item; orders messages' })
  key!: string;

  @Column({ type: 'text', comment: 'Type of the event, as in the catalogue of the contracts' })
  type!: string;

  @Column({ type: 'jsonb', comment: 'The whole envelope as it is published' })
  envelope!: unknown;

  @Column({ type: 'timestamptz', name: 'occurred_at', comment: 'Business time of the fact' })
  occurredAt!: Date;

  @Column({
    type: 'timestamptz',
    name: 'written_at',
    default: () => 'now()',
    comment: 'System time of the transaction; tells how long it waits for the relay',
  })
  writtenAt!: Date;

  @Column({ type: 'integer', default: 0, comment: 'How often the broker refused this message for good' })
  attempts!: number;

  @Column({
    type: 'timestamptz',
    name: 'sent_at',
    nullable: true,
    comment: 'System time at which the broker confirmed it; empty again when it is to be sent once more',
  })
  sentAt!: Date | null;

  @Column({
    type: 'timestamptz',
    name: 'parked_at',
    nullable: true,
    comment: 'System time at which it was given up; holds later messages of its key until requeued',
  })
  parkedAt!: Date | null;

  @Column({ type: 'text', name: 'last_error', nullable: true, comment: 'Why the broker refused it last' })
  lastError!: string | null;
}

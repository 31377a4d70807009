import { Column, Entity, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'idempotency_key_pk';

/** The outcome of a command that carried an Idempotency-Key. */
@Entity('idempotency_key', { comment: 'Answers of commands that carried an Idempotency-Key' })
export class IdempotencyKeyRow {
  @PrimaryColumn({
    type: 'text',
    primaryKeyConstraintName,
    comment: 'Person or system that sent the command',
  })
  caller!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName, comment: 'Method and pattern of the route' })
  route!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName, comment: 'The key the caller chose' })
  key!: string;

  @Column({
    type: 'text',
    name: 'request_hash',
    comment: 'SHA-256 of path and body in canonical form; another content under the same key is refused',
  })
  requestHash!: string;

  @Column({ type: 'json', nullable: true, comment: 'The answer, given again to a repeated request' })
  answer!: unknown;

  @Column({
    type: 'timestamptz',
    name: 'answered_at',
    default: () => 'now()',
    comment: 'System time of the first answer',
  })
  answeredAt!: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The signed end of the audit chain after one batch. */
@Entity('audit_checkpoint', { comment: 'Signed ends of the audit chain, one a sealed batch' })
export class AuditCheckpointRow {
  @PrimaryColumn({
    type: 'bigint',
    primaryKeyConstraintName: 'audit_checkpoint_pk',
    comment: 'Position of the last row of the batch in the chain',
  })
  position!: string;

  @Column({ type: 'text', name: 'chain_hash', comment: 'Hash of that row, hexadecimal' })
  chainHash!: string;

  @Column({ type: 'text', comment: 'Compact JWS (EdDSA) over service, position and hash' })
  signature!: string;

  @Column({
    type: 'timestamptz',
    name: 'signed_at',
    default: () => 'now()',
    comment: 'System time of the signature',
  })
  signedAt!: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A message whose effects are in this database; a second delivery finds it and does nothing. */
@Entity('inbox', { comment: 'Messages whose effects this service has committed' })
export class InboxRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'inbox_pk', comment: 'Consumer that handled it' })
  consumer!: string;

  @PrimaryColumn({
    type: 'uuid',
    name: 'message_id',
    primaryKeyConstraintName: 'inbox_pk',
    comment: 'Id of the message in its envelope',
  })
  messageId!: string;

  @Column({
    type: 'timestamptz',
    name: 'handled_at',
    default: () => 'now()',
    comment: 'System time at which its effects were committed',
  })
  handledAt!: Date;
}

import type { NotificationKind } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** An address that gets the messages to the offices of one organisation as signed requests. */
@Entity({ name: 'webhook' })
@Index('webhook_by_organisation', ['orgCode'])
export class Webhook {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'webhook_pk', comment: 'Id of the webhook.' })
  id!: string;

  @Column({ type: 'text', name: 'org_code', comment: 'Organisation whose messages it gets.' })
  orgCode!: string;

  @Column({ type: 'text', comment: 'Where requests go.' })
  url!: string;

  @Column({ type: 'text', array: true, nullable: true, comment: 'Kinds of messages it gets; empty: all.' })
  kinds!: NotificationKind[] | null;

  @Column({ type: 'text', comment: 'Signs requests. Shown once, when the webhook is registered.' })
  secret!: string;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'created_at',
    comment: 'Business time of registration.',
  })
  createdAt!: Date;

  @Column({ type: 'text', name: 'created_by', comment: 'Person or system that registered it.' })
  createdBy!: string;
}

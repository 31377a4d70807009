import type { Channel, DeliveryState } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A message on its way to one address outside. Written with the message; sent at least once, under the same id. */
@Entity({ name: 'delivery' })
@Index('delivery_once', ['notificationId', 'channel', 'target'], { unique: true })
@Index('delivery_waiting', ['channel', 'nextAttemptAt'], { where: `state = 'waiting'` })
@Index('delivery_by_target', ['target', 'id'])
export class Delivery {
  @PrimaryColumn({
    type: 'uuid',
    primaryKeyConstraintName: 'delivery_pk',
    comment: 'Id under which receivers know it, the same in all attempts.',
  })
  id!: string;

  @Column({ type: 'uuid', name: 'notification_id', comment: 'Message that is delivered.' })
  notificationId!: string;

  @Column({ type: 'text', comment: 'Way out: email or webhook.' })
  channel!: Channel;

  @Column({ type: 'text', comment: 'E-mail address, or id of the webhook.' })
  target!: string;

  @Column({
    type: 'text',
    comment: 'waiting, sent, failed (given up) or withheld (taken back before it went out).',
  })
  state!: DeliveryState;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'deliver_at',
    comment: 'Business time before which it does not go out: the notice hours of the message.',
  })
  deliverAt!: Date;

  @Column({ type: 'integer', comment: 'Attempts begun.' })
  attempts!: number;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'first_attempt_at',
    nullable: true,
    comment: 'System time of the first attempt: how long it has been tried.',
  })
  firstAttemptAt!: Date | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'next_attempt_at',
    comment: 'System time of the next attempt; while one is at work, when it counts as lost.',
  })
  nextAttemptAt!: Date;

  @Column({ type: 'text', name: 'last_error', nullable: true, comment: 'What kept it from going out last.' })
  lastError!: string | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'sent_at',
    nullable: true,
    comment: 'Business time at which the receiver took it.',
  })
  sentAt!: Date | null;
}

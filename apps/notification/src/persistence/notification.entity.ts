import type { NotificationKind, Role } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { InterviewNotice } from '../domain/interview-message.ts';
import type { MessageKind, MessageParams } from '../domain/message.ts';
import type { ObligationNotice } from '../domain/obligation-message.ts';
import type { Reason } from '../domain/reason.ts';

/** Why a message was held back. */
export type Withheld = 'hazardWithdrawn';

/** One message to one office. Its text is written when it is read, in the reader's language. */
@Entity({ name: 'notification' })
// Nulls count as equal there (see the migration): an office is told of an event once.
@Index('notification_once', ['eventId', 'orgCode', 'role', 'person'], { unique: true })
@Index('notification_by_hazard', ['hazardNo'])
@Index('notification_by_clock', ['clockId'])
@Index('notification_by_office', ['orgCode', 'role', 'deliverAt', 'id'])
export class Notification {
  @PrimaryColumn({
    type: 'uuid',
    primaryKeyConstraintName: 'notification_pk',
    comment: 'Id of the message.',
  })
  id!: string;

  @Column({ type: 'uuid', name: 'event_id', comment: 'Event it tells of.' })
  eventId!: string;

  @Column({
    type: 'text',
    name: 'hazard_no',
    nullable: true,
    comment: 'Hazard it is about; empty where it is about a clock without a hazard.',
  })
  hazardNo!: string | null;

  @Column({ type: 'text', comment: 'What it tells: the fact, or the rung of a clock.' })
  kind!: NotificationKind;

  @Column({ type: 'text', name: 'org_code', comment: 'Organisation it is addressed to.' })
  orgCode!: string;

  @Column({ type: 'text', comment: 'Office in it: handler, leader, governor or vice-governor.' })
  role!: Role;

  @Column({
    type: 'text',
    nullable: true,
    comment: 'Person meant, where several hold the same office; empty: whoever holds it.',
  })
  person!: string | null;

  @Column({ type: 'jsonb', comment: 'What the text is made of.' })
  params!: MessageParams[MessageKind] | ObligationNotice | InterviewNotice;

  @Column({
    type: 'text',
    nullable: true,
    comment: 'Why the office is told; empty in messages older than the column.',
  })
  why!: Reason | null;

  @Column({
    type: 'text',
    name: 'clock_id',
    nullable: true,
    comment: 'Clock whose rung it tells of; empty where it tells of something else.',
  })
  clockId!: string | null;

  @Column({
    type: 'text',
    nullable: true,
    comment: 'Why it was held back before anybody could read it; empty where it was not.',
  })
  withheld!: Withheld | null;

  @Column({ type: 'timestamptz', precision: 3, name: 'sent_at', comment: 'Business time of sending.' })
  sentAt!: Date;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'deliver_at',
    comment: 'Business time from which it is shown: within the notice hours, never at night.',
  })
  deliverAt!: Date;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'acknowledged_at',
    nullable: true,
    comment: 'Business time at which somebody in the office first acknowledged it.',
  })
  acknowledgedAt!: Date | null;

  @Column({
    type: 'text',
    name: 'acknowledged_by',
    nullable: true,
    comment: 'Person who acknowledged it.',
  })
  acknowledgedBy!: string | null;
}

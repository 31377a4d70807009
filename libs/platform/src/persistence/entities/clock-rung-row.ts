import { Column, Entity, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'clock_rung_pk';

/** A rung of a clock's ladder that is behind it; the key makes every rung happen at most once. */
@Entity('clock_rung', { comment: 'Rungs of the ladder that were taken or skipped, each at most once' })
export class ClockRungRow {
  @PrimaryColumn({ type: 'text', name: 'clock_id', primaryKeyConstraintName, comment: 'Clock it belongs to' })
  clockId!: string;

  @PrimaryColumn({
    type: 'integer',
    primaryKeyConstraintName,
    comment: 'Which ladder of the clock, from 1',
  })
  ladder!: number;

  @PrimaryColumn({
    type: 'text',
    primaryKeyConstraintName,
    comment: 'reminder, overdue, leader, interview or raise',
  })
  rung!: string;

  @Column({ type: 'boolean', comment: 'Taken, or skipped because the service was down past it' })
  taken!: boolean;

  @Column({ type: 'timestamptz', precision: 3, name: 'decided_at', comment: 'Business time of the decision' })
  decidedAt!: Date;
}

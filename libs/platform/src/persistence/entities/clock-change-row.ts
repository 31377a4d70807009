import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What changed a clock since it was opened; rows are added, never overwritten. */
@Entity('clock_change', {
  comment: 'Pauses, extensions and re-projections of clocks, each with reason and approver',
})
@Index('clock_change_clock', ['clockId', 'at'])
@Index('clock_change_move', ['clockId'], { where: "kind IN ('resume', 'extension')" })
export class ClockChangeRow {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'clock_change_pk', comment: 'Id of the change' })
  id!: string;

  @Column({ type: 'text', name: 'clock_id', comment: 'Clock it belongs to' })
  clockId!: string;

  @Column({ type: 'text', comment: 'pause, resume, extension or reprojection' })
  kind!: 'pause' | 'resume' | 'extension' | 'reprojection';

  @Column({ type: 'timestamptz', precision: 3, comment: 'Business time of the change' })
  at!: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'due_before', comment: 'The due until then' })
  dueBefore!: Date;

  @Column({ type: 'timestamptz', precision: 3, name: 'due_after', comment: 'The due from then on' })
  dueAfter!: Date;

  @Column({
    type: 'text',
    name: 'reason_code',
    nullable: true,
    comment: 'Of a pause: courtOrder or forceMajeure; empty for other changes',
  })
  reasonCode!: 'courtOrder' | 'forceMajeure' | null;

  @Column({ type: 'text', comment: 'The reason in words' })
  reason!: string;

  @Column({
    type: 'text',
    nullable: true,
    comment: 'What it was decided by: number of the order, id of the petition, hash of the re-projection',
  })
  reference!: string | null;

  @Column({ type: 'text', comment: 'Who approved it' })
  person!: string;

  @Column({ type: 'text', name: 'org_code', nullable: true, comment: 'In which organisation' })
  orgCode!: string | null;
}

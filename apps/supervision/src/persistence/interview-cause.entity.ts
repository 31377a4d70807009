import type { ClockKind } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant, optionalInstant, optionalText } from './column-kinds.ts';

const primaryKeyConstraintName = 'interview_cause_pk';

/** A date of a clock that was missed until its last rung: each leads to an interview once. */
@Entity('interview_cause', { comment: 'Dates of clocks that were missed and led to an interview, each once' })
@Index('interview_cause_interview', ['interviewId'])
@Index('interview_cause_hazard', ['hazardNo'])
export class InterviewCause {
  @PrimaryColumn({
    type: 'text',
    name: 'clock_id',
    primaryKeyConstraintName,
    comment: 'Clock whose last rung was taken',
  })
  clockId!: string;

  @PrimaryColumn({
    type: 'timestamptz',
    precision: 3,
    primaryKeyConstraintName,
    comment: 'When the organisation should have acted',
  })
  due!: Date;

  @Column({ type: 'uuid', name: 'interview_id', comment: 'Interview it led to' })
  interviewId!: string;

  @Column({ type: 'text', comment: 'Kind of the clock' })
  kind!: ClockKind;

  @Column(optionalText('hazard_no', 'Hazard of the clock; empty for a clock that belongs to none'))
  hazardNo!: string | null;

  @Column(instant('rung_at', 'Business time at which the rung was taken'))
  rungAt!: Date;

  @Column(optionalInstant('left_at', 'Business time at which its hazard was withdrawn'))
  leftAt!: Date | null;
}

import type { ClockKind } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant, optionalInstant, optionalText } from './column-kinds.ts';

/** A clock that led to an interview: each does once. */
@Entity('interview_cause', { comment: 'Clocks that led to an interview, each once' })
@Index('interview_cause_interview', ['interviewId'])
@Index('interview_cause_hazard', ['hazardNo'])
export class InterviewCause {
  @PrimaryColumn({
    type: 'text',
    name: 'clock_id',
    primaryKeyConstraintName: 'interview_cause_pk',
    comment: 'Clock whose last rung was taken',
  })
  clockId!: string;

  @Column({ type: 'uuid', name: 'interview_id', comment: 'Interview it led to' })
  interviewId!: string;

  @Column({ type: 'text', comment: 'Kind of the clock' })
  kind!: ClockKind;

  @Column(optionalText('hazard_no', 'Hazard of the clock; empty for a clock that belongs to none'))
  hazardNo!: string | null;

  @Column(instant('due', 'When the organisation should have acted'))
  due!: Date;

  @Column(instant('rung_at', 'Business time at which the rung was taken'))
  rungAt!: Date;

  @Column(optionalInstant('left_at', 'Business time at which its hazard was withdrawn'))
  leftAt!: Date | null;
}

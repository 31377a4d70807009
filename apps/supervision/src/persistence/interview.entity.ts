import type { InterviewState } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { instant, optionalInstant } from './column-kinds.ts';

/** A warning interview. Of one organisation at most one is open: further clocks join it. */
@Entity('interview', { comment: 'Warning interviews of organisations that did not act' })
@Unique('interview_number', ['campaignCode', 'serial'])
@Index('interview_open', ['intervieweeOrg'], { unique: true, where: `state = 'open'` })
@Index('interview_opened', ['openedAt', 'id'])
export class Interview {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'interview_pk', comment: 'Id of the interview' })
  id!: string;

  @Column({ type: 'text', name: 'campaign_code', comment: 'Campaign of the clock that opened it' })
  campaignCode!: string;

  @Column({ type: 'integer', comment: 'Running number inside the campaign, from 1; makes its number' })
  serial!: number;

  @Column({ type: 'text', comment: 'open, or cancelled once every hazard it is about was withdrawn' })
  state!: InterviewState;

  @Column({ type: 'text', name: 'interviewee_org', comment: 'Organisation whose leader is interviewed' })
  intervieweeOrg!: string;

  @Column({ type: 'text', name: 'interviewee_name', comment: 'Its name when it was opened' })
  intervieweeName!: string;

  @Column({ type: 'text', name: 'interviewer_org', comment: 'Organisation whose leader interviews' })
  interviewerOrg!: string;

  @Column({ type: 'text', name: 'interviewer_name', comment: 'Its name when it was opened' })
  interviewerName!: string;

  @Column(instant('opened_at', 'Business time at which it was opened'))
  openedAt!: Date;

  @Column(optionalInstant('cancelled_at', 'Business time at which it was cancelled'))
  cancelledAt!: Date | null;
}

/** The columns of an interview as plain data. */
export type InterviewRow = { [K in keyof Interview]: Interview[K] };

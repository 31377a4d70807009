import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant } from './column-kinds.ts';

/** A report on how far rectification has come. */
@Entity('progress_report', { comment: 'Reports on the progress of rectification' })
@Index('progress_report_hazard', ['hazardNo', 'reportedAt'])
export class ProgressReport {
  @PrimaryColumn({
    type: 'uuid',
    primaryKeyConstraintName: 'progress_report_pk',
    comment: 'Id of the report',
  })
  id!: string;

  @Column({ type: 'text', name: 'hazard_no', comment: 'Hazard it belongs to' })
  hazardNo!: string;

  @Column({ type: 'integer', comment: 'Round of rectification it was made in' })
  round!: number;

  @Column({ type: 'integer', comment: 'How much is done, 0 to 100' })
  percent!: number;

  @Column({ type: 'text', comment: 'What was done and what is left' })
  note!: string;

  @Column(instant('reported_at', 'Business time of the report'))
  reportedAt!: Date;

  @Column({ type: 'text', name: 'reported_by', comment: 'Person or system that reported' })
  reportedBy!: string;

  @Column({ type: 'text', name: 'reported_org', comment: 'Organisation that reported' })
  reportedOrg!: string;
}

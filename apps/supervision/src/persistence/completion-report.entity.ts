import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant, optionalText } from './column-kinds.ts';

const primaryKeyConstraintName = 'completion_report_pk';

/** The report that a round of rectification is finished. */
@Entity('completion_report', { comment: 'Reports that rectification is finished, one a round' })
export class CompletionReport {
  @PrimaryColumn({
    type: 'text',
    name: 'hazard_no',
    primaryKeyConstraintName,
    comment: 'Hazard it belongs to',
  })
  hazardNo!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName, comment: 'Round of rectification it ends' })
  round!: number;

  @Column({ type: 'text', comment: 'What was done' })
  summary!: string;

  @Column({ type: 'date', name: 'finished_on', comment: 'Day on which the work was finished, Asia/Shanghai' })
  finishedOn!: string;

  @Column({ type: 'boolean', name: 'on_time', comment: 'Reported before the deadline; exactly then is late' })
  onTime!: boolean;

  @Column(instant('reported_at', 'Business time of the report'))
  reportedAt!: Date;

  @Column({ type: 'text', name: 'reported_by', comment: 'Person or system that reported' })
  reportedBy!: string;

  @Column({ type: 'text', name: 'reported_org', comment: 'Organisation that reported' })
  reportedOrg!: string;

  @Column(optionalText('brought_by', 'Organisation whose ledger tells of it; empty for what was done here'))
  broughtBy!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant, optionalInstant, optionalText } from './column-kinds.ts';

const primaryKeyConstraintName = 'acceptance_pk';

/** Acceptance of one round: the application, then the verdict of others than the rectifying side. */
@Entity('acceptance', { comment: 'Acceptance on site, one a round: application and verdict' })
export class Acceptance {
  @PrimaryColumn({
    type: 'text',
    name: 'hazard_no',
    primaryKeyConstraintName,
    comment: 'Hazard it belongs to',
  })
  hazardNo!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName, comment: 'Round of rectification it judges' })
  round!: number;

  @Column({ type: 'text', comment: 'Statement of the application' })
  statement!: string;

  @Column(instant('applied_at', 'Business time of the application'))
  appliedAt!: Date;

  @Column({ type: 'text', name: 'applied_by', comment: 'Person or system that applied' })
  appliedBy!: string;

  @Column({ type: 'text', name: 'applied_org', comment: 'Organisation that applied' })
  appliedOrg!: string;

  @Column({ type: 'boolean', nullable: true, comment: 'Verdict: passed or failed; empty until it is given' })
  passed!: boolean | null;

  @Column(optionalText('opinion', 'Opinion of the verdict'))
  opinion!: string | null;

  @Column({
    type: 'date',
    name: 'visited_on',
    nullable: true,
    comment: 'Day of the visit on site, Asia/Shanghai',
  })
  visitedOn!: string | null;

  @Column(optionalInstant('new_deadline', 'End of the next rectification period, named in a failed verdict'))
  newDeadline!: Date | null;

  @Column(optionalInstant('decided_at', 'Business time of the verdict'))
  decidedAt!: Date | null;

  @Column(optionalText('decided_by', 'Person or system that gave the verdict'))
  decidedBy!: string | null;

  @Column(optionalText('decided_org', 'Organisation that gave the verdict'))
  decidedOrg!: string | null;

  @Column(optionalText('brought_by', 'Organisation whose ledger tells of it; empty for what was done here'))
  broughtBy!: string | null;
}

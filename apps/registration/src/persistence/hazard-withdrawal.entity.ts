import type { WithdrawalOwner, WithdrawalState } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** By owner: whether it ended what it had to do with the hazard, or found it struck off. */
export type Confirmations = Partial<Record<WithdrawalOwner, 'ended' | 'struckOff'>>;

/** A hazard registered in error: who wants it withdrawn, who decided, and which owners have confirmed. */
@Entity({ name: 'hazard_withdrawal' })
@Index('hazard_withdrawal_open', ['hazardNo'], { unique: true, where: "state IN ('requested', 'approved')" })
@Index('hazard_withdrawal_by_hazard', ['hazardNo', 'id'])
export class HazardWithdrawal {
  @PrimaryColumn({
    type: 'uuid',
    primaryKeyConstraintName: 'hazard_withdrawal_pk',
    comment: 'Id of the withdrawal.',
  })
  id!: string;

  @Column({ type: 'text', name: 'hazard_no', comment: 'Hazard that was registered in error.' })
  hazardNo!: string;

  @Column({ type: 'text', comment: 'requested, refused, approved, completed or overtaken.' })
  state!: WithdrawalState;

  @Column({ type: 'text', comment: 'Why it should be withdrawn.' })
  reason!: string;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'requested_at',
    comment: 'Business time of the request.',
  })
  requestedAt!: Date;

  @Column({ type: 'text', name: 'requested_by', comment: 'Person who requested it.' })
  requestedBy!: string;

  @Column({
    type: 'text',
    name: 'requested_org',
    comment: 'Organisation in whose office the person did.',
  })
  requestedOrg!: string;

  @Column({ type: 'text', nullable: true, comment: 'Opinion of the decision.' })
  opinion!: string | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'decided_at',
    nullable: true,
    comment: 'Business time of the decision.',
  })
  decidedAt!: Date | null;

  @Column({
    type: 'text',
    name: 'decided_by',
    nullable: true,
    comment: 'Person who decided, another than requested it.',
  })
  decidedBy!: string | null;

  @Column({
    type: 'text',
    name: 'decided_org',
    nullable: true,
    comment: 'Organisation in whose office the person decided.',
  })
  decidedOrg!: string | null;

  @Column({
    type: 'jsonb',
    comment: 'By owner: ended, or struckOff where the hazard was struck off before.',
  })
  confirmations!: Confirmations;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'ended_at',
    nullable: true,
    comment: 'Business time of the last owner’s confirmation.',
  })
  endedAt!: Date | null;
}

import type { InterimSafeguard, NoticeToExposed, PetitionState, StepTaken } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant, optionalInstant, optionalText } from './column-kinds.ts';

/** A petition for another end of rectification, and what became of it. Of one hazard at most one is pending. */
@Entity('petition', { comment: 'Petitions for another end of rectification, and what became of them' })
@Index('petition_pending', ['hazardNo'], { unique: true, where: `state = 'pending'` })
@Index('petition_hazard', ['hazardNo', 'filedAt', 'id'])
export class Petition {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'petition_pk', comment: 'Id of the petition' })
  id!: string;

  @Column({ type: 'text', name: 'hazard_no', comment: 'Hazard it belongs to' })
  hazardNo!: string;

  @Column({ type: 'integer', comment: 'Round of rectification whose end it is about' })
  round!: number;

  @Column({ type: 'text', comment: 'pending, agreed, refused or lapsed' })
  state!: PetitionState;

  @Column({ type: 'date', comment: 'Last day of rectification that is asked for, Asia/Shanghai' })
  until!: string;

  @Column({ type: 'text', comment: 'Why rectification takes longer' })
  reason!: string;

  @Column({ type: 'jsonb', name: 'steps_taken', comment: 'Steps that were taken, each with its day' })
  stepsTaken!: StepTaken[];

  @Column({
    type: 'jsonb',
    name: 'interim_safeguards',
    comment: 'What keeps people safe meanwhile, each with the ids of its evidence',
  })
  interimSafeguards!: InterimSafeguard[];

  @Column({
    type: 'jsonb',
    name: 'notice_to_exposed',
    comment: 'How and when those exposed to the hazard were told',
  })
  noticeToExposed!: NoticeToExposed;

  @Column(instant('running_due', 'End of rectification when it was filed'))
  runningDue!: Date;

  @Column(instant('file_by', 'Until when it would have been in time; exactly then is late'))
  fileBy!: Date;

  @Column({ type: 'boolean', comment: 'Filed late: agreeing takes a reason' })
  late!: boolean;

  @Column(instant('filed_at', 'Business time of filing'))
  filedAt!: Date;

  @Column({ type: 'text', name: 'filed_by', comment: 'Person or system that filed it' })
  filedBy!: string;

  @Column({ type: 'text', name: 'filed_org', comment: 'Organisation that filed it' })
  filedOrg!: string;

  @Column({
    type: 'date',
    name: 'granted_until',
    nullable: true,
    comment: 'Last day of rectification that was granted, Asia/Shanghai; empty unless it was agreed to',
  })
  grantedUntil!: string | null;

  @Column(optionalText('opinion', 'Opinion of the decision; empty until it is taken'))
  opinion!: string | null;

  @Column(optionalInstant('decided_at', 'Business time of the decision'))
  decidedAt!: Date | null;

  @Column(optionalText('decided_by', 'Person or system that decided'))
  decidedBy!: string | null;

  @Column(optionalText('decided_org', 'Organisation that decided'))
  decidedOrg!: string | null;

  @Column(optionalInstant('lapsed_at', 'Business time at which nothing was left to decide'))
  lapsedAt!: Date | null;
}

/** The columns of a petition as plain data. */
export type PetitionRow = { [K in keyof Petition]: Petition[K] };

import type {
  HandoverAnswer,
  HandoverStatus,
  RefusalCode,
  ResponsibleContacts,
  Role,
  Track,
} from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { conditionOf } from './handover-lists.ts';

/** One handover of one hazard to one organisation; a transfer or a redirection closes it and opens a successor. */
@Entity({ name: 'handover' })
@Index('handover_first', ['hazardNo', 'track'], { unique: true, where: 'predecessor_id IS NULL' })
@Index('handover_by_time', ['dispatchedAt', 'id'])
@Index('handover_by_org', ['orgCode', 'status'])
@Index('handover_by_hazard', ['hazardNo'])
@Index('handover_document', ['documentNo'], { unique: true })
@Index('handover_unacknowledged', ['dispatchedAt', 'id'], { where: conditionOf('unacknowledged') })
@Index('handover_no_feedback', ['answeredAt', 'id'], { where: conditionOf('noFeedback') })
@Index('handover_refused', ['answeredAt', 'id'], { where: conditionOf('refused') })
export class Handover {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'handover_pk', comment: 'Id of the handover.' })
  id!: string;

  @Column({ type: 'text', name: 'hazard_no', comment: 'Hazard that is handed over.' })
  hazardNo!: string;

  @Column({
    type: 'text',
    name: 'document_no',
    comment: 'Number of its document: hazard, track and place in the chain.',
  })
  documentNo!: string;

  @Column({ type: 'text', name: 'campaign_code', comment: 'Campaign whose policy sets the clocks.' })
  campaignCode!: string;

  @Column({
    type: 'text',
    comment: 'Territorial (government of a city or county) or industry (provincial department).',
  })
  track!: Track;

  @Column({ type: 'text', name: 'org_code', comment: 'Organisation that must answer.' })
  orgCode!: string;

  @Column({ type: 'text', name: 'org_name', comment: 'Its name on the day of dispatch.' })
  orgName!: string;

  @Column({
    type: 'text',
    comment: 'How it stands: dispatched, acknowledged, refused, insisted, transferred or redirected.',
  })
  status!: HandoverStatus;

  @Column({ type: 'integer', comment: 'Rises with each change; the highest wins at the consumers.' })
  version!: number;

  @Column({ type: 'timestamptz', precision: 3, name: 'dispatched_at', comment: 'Business time of dispatch.' })
  dispatchedAt!: Date;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'answered_at',
    nullable: true,
    comment: 'Business time of the first answer.',
  })
  answeredAt!: Date | null;

  @Column({ type: 'boolean', comment: 'The first answer came at or after the due time.' })
  late!: boolean;

  @Column({
    type: 'text',
    nullable: true,
    comment:
      'First answer of the addressee, whatever was decided afterwards: acknowledged, refused or transferred.',
  })
  answer!: HandoverAnswer | null;

  @Column({
    type: 'text',
    name: 'received_by',
    nullable: true,
    comment: 'Account that gave the first answer: proof of receipt.',
  })
  receivedBy!: string | null;

  @Column({
    type: 'text',
    name: 'received_as',
    nullable: true,
    comment: 'Role in which that account answered for the organisation.',
  })
  receivedAs!: Role | null;

  @Column({
    type: 'jsonb',
    nullable: true,
    comment: 'Responsible person and leader named by the acknowledgement, with telephone numbers; personal.',
  })
  responsible!: ResponsibleContacts | null;

  @Column({ type: 'text', nullable: true, comment: 'First opinion given with the acknowledgement.' })
  opinion!: string | null;

  @Column({ type: 'text', name: 'reason_code', nullable: true, comment: 'Why it was refused, as a code.' })
  reasonCode!: RefusalCode | null;

  @Column({ type: 'text', nullable: true, comment: 'Why the addressee refused or transferred it.' })
  reason!: string | null;

  @Column({
    type: 'boolean',
    comment: 'It was acknowledged or insisted upon, also where it was redirected later on.',
  })
  settled!: boolean;

  @Column({
    type: 'boolean',
    comment: 'Refused twice in a row: somebody above the campaign office decides.',
  })
  raised!: boolean;

  @Column({
    type: 'text',
    name: 'decision_reason',
    nullable: true,
    comment: 'Why it was insisted upon or redirected.',
  })
  decisionReason!: string | null;

  @Column({ type: 'boolean', comment: 'Told by a ledger from an older system.' })
  reported!: boolean;

  @Column({
    type: 'uuid',
    name: 'predecessor_id',
    nullable: true,
    comment: 'Handover it took the place of; empty for the two first ones.',
  })
  predecessorId!: string | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'feedback_at',
    nullable: true,
    comment: 'Business time of the first plan, progress or completion of its hazard.',
  })
  feedbackAt!: Date | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'ended_at',
    nullable: true,
    comment: 'Business time at which its hazard was struck off or withdrawn: nobody waits for it any more.',
  })
  endedAt!: Date | null;

  @Column({ type: 'text', name: 'place_code', comment: 'County of the hazard, for scope.' })
  placeCode!: string;

  @Column({ type: 'text', name: 'city_code', comment: 'City of the hazard, for scope and routing.' })
  cityCode!: string;

  @Column({ type: 'text', name: 'field_code', comment: 'Field of the hazard, for scope and routing.' })
  fieldCode!: string;
}

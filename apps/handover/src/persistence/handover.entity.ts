import type { HandoverStatus, Track } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One handover of one hazard to one organisation; a transfer closes it and opens a successor. */
@Entity({ name: 'handover' })
@Index('handover_first', ['hazardNo', 'track'], { unique: true, where: 'predecessor_id IS NULL' })
@Index('handover_by_time', ['dispatchedAt', 'id'])
@Index('handover_by_org', ['orgCode', 'status'])
export class Handover {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'handover_pk', comment: 'Id of the handover.' })
  id!: string;

  @Column({ type: 'text', name: 'hazard_no', comment: 'Hazard that is handed over.' })
  hazardNo!: string;

  @Column({ type: 'text', name: 'campaign_code', comment: 'Campaign whose policy sets the clocks.' })
  campaignCode!: string;

  @Column({ type: 'text', comment: 'Territorial (city government) or industry (provincial department).' })
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
    comment: 'Reason of a refusal, transfer, insistence or redirection, or the note of an acknowledgement.',
  })
  reason!: string | null;

  @Column({
    type: 'uuid',
    name: 'predecessor_id',
    nullable: true,
    comment: 'Handover it took the place of; empty for the two first ones.',
  })
  predecessorId!: string | null;

  @Column({ type: 'text', name: 'place_code', comment: 'County of the hazard, for scope.' })
  placeCode!: string;

  @Column({ type: 'text', name: 'city_code', comment: 'City of the hazard, for scope and routing.' })
  cityCode!: string;

  @Column({ type: 'text', name: 'field_code', comment: 'Field of the hazard, for scope and routing.' })
  fieldCode!: string;
}

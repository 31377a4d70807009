import type { Track } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A track for which no organisation was found: the campaign office names one, under the handOver clock. */
@Entity({ name: 'unrouted_track' })
@Index('unrouted_track_once', ['hazardNo', 'track'], { unique: true })
export class UnroutedTrack {
  @PrimaryColumn({
    type: 'uuid',
    primaryKeyConstraintName: 'unrouted_track_pk',
    comment: 'Id on the campaign office’s list.',
  })
  id!: string;

  @Column({ type: 'text', name: 'hazard_no', comment: 'Hazard that waits for a route.' })
  hazardNo!: string;

  @Column({ type: 'text', name: 'campaign_code', comment: 'Campaign of the hazard.' })
  campaignCode!: string;

  @Column({ type: 'text', comment: 'Track without a route.' })
  track!: Track;

  @Column({ type: 'text', name: 'why_zh', comment: 'Why no route was found, in Chinese.' })
  whyZh!: string;

  @Column({ type: 'text', name: 'why_en', comment: 'Why no route was found, in English.' })
  whyEn!: string;

  @Column({ type: 'timestamptz', precision: 3, comment: 'Business time since which it waits.' })
  since!: Date;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'routed_at',
    nullable: true,
    comment: 'Business time at which an organisation was named or found.',
  })
  routedAt!: Date | null;

  @Column({ type: 'text', name: 'place_code', comment: 'County of the hazard.' })
  placeCode!: string;

  @Column({ type: 'text', name: 'city_code', comment: 'City of the hazard.' })
  cityCode!: string;

  @Column({ type: 'text', name: 'field_code', comment: 'Field of the hazard.' })
  fieldCode!: string;
}

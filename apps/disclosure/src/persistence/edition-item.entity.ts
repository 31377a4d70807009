import type { HazardState } from '@bihuan/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PublicFields } from '../domain/public-fields.ts';
import { instant, optionalInstant } from './column-kinds.ts';

const primaryKeyConstraintName = 'edition_item_pk';

/** One line of an edition, frozen when its cut was made. A hazard is new in one edition and struck off in one. */
@Entity('edition_item', { comment: 'Lines of editions as they were when the cut was made' })
@Check('edition_item_kind', `kind IN ('new', 'struckOff')`)
@Index('edition_item_once', ['hazardNo', 'kind'], { unique: true })
@Index('edition_item_hazard', ['campaignCode', 'month', 'hazardNo'])
export class EditionItem {
  @PrimaryColumn({
    type: 'text',
    name: 'campaign_code',
    primaryKeyConstraintName,
    comment: 'Campaign of the edition',
  })
  campaignCode!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName, comment: 'Month of the edition, YYYY-MM' })
  month!: string;

  @PrimaryColumn({
    type: 'integer',
    primaryKeyConstraintName,
    comment: 'Place in the edition, from 1: new ones first, then by city and number',
  })
  ordinal!: number;

  @Column({ type: 'text', name: 'hazard_no', comment: 'Hazard number' })
  hazardNo!: string;

  @Column({ type: 'text', comment: 'new, or struckOff' })
  kind!: 'new' | 'struckOff';

  @Column({ type: 'boolean', comment: 'Its own month had been published before it was known' })
  late!: boolean;

  @Column({ type: 'text', name: 'city_code', comment: 'City by which the edition groups' })
  cityCode!: string;

  @Column({ type: 'text', comment: 'State of the hazard at the cut (glossary)' })
  state!: HazardState;

  @Column({ type: 'boolean', comment: 'An open clock was past its due at the cut' })
  overdue!: boolean;

  @Column(instant('registered_at', 'Business time of registration'))
  registeredAt!: Date;

  @Column(optionalInstant('struck_off_at', 'Business time of the strike-off, as known at the cut'))
  struckOffAt!: Date | null;

  @Column({ type: 'jsonb', name: 'public_fields', comment: 'What is told in public' })
  publicFields!: PublicFields;
}

/** The columns of a line as plain data. */
export type ItemRow = { [K in keyof EditionItem]: EditionItem[K] };

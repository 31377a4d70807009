import type { HazardState } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MaterialFacts } from '../domain/material.ts';
import type { PublicFields } from '../domain/public-fields.ts';
import { optionalInstant, optionalText } from './column-kinds.ts';

/** What editions can say of each hazard: a projection of facts, folded in any order. */
@Entity({ name: 'edition_material' })
@Index('edition_material_registered', ['campaignCode', 'registeredAt'])
@Index('edition_material_struck_off', ['campaignCode', 'struckOffAt'])
export class EditionMaterial {
  @PrimaryColumn({
    type: 'text',
    name: 'hazard_no',
    primaryKeyConstraintName: 'edition_material_pk',
    comment: 'Hazard number.',
  })
  hazardNo!: string;

  @Column({ type: 'jsonb', comment: 'Folded facts, the only source of the other columns.' })
  facts!: MaterialFacts;

  @Column(
    optionalText('campaign_code', 'Campaign of the hazard; empty until its registration has been heard.'),
  )
  campaignCode!: string | null;

  @Column(
    optionalText('city_code', 'City by which editions group; empty until the registration has been heard.'),
  )
  cityCode!: string | null;

  @Column(optionalText('place_code', 'County of the hazard, for who may read of it.'))
  placeCode!: string | null;

  @Column(optionalText('field_code', 'Field of supervision; empty until the registration has been heard.'))
  fieldCode!: string | null;

  @Column(optionalText('credit_code', 'Credit code of the unit that must rectify, for who may read of it.'))
  creditCode!: string | null;

  @Column({
    type: 'text',
    array: true,
    default: () => `'{}'`,
    comment: 'Organisations that share it, must rectify it or were handed it, for who may read of it.',
  })
  orgs!: string[];

  @Column({
    type: 'jsonb',
    name: 'public_fields',
    nullable: true,
    comment: 'What may be told in public, before review; empty until the registration has been heard.',
  })
  publicFields!: PublicFields | null;

  @Column({ type: 'text', comment: 'State of the hazard (glossary).' })
  state!: HazardState;

  @Column({ type: 'boolean', comment: 'An open clock is past its due.' })
  overdue!: boolean;

  @Column(
    optionalInstant('registered_at', 'Business time of registration: decides which edition is its first.'),
  )
  registeredAt!: Date | null;

  @Column(
    optionalInstant('struck_off_at', 'Business time of the strike-off; empty while it is not struck off.'),
  )
  struckOffAt!: Date | null;

  @Column(optionalInstant('withdrawn_at', 'Business time at which it was withdrawn as registered in error.'))
  withdrawnAt!: Date | null;
}

import type { HazardState } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MaterialFacts } from '../domain/material.ts';
import type { PublicFields } from '../domain/public-fields.ts';

/** What editions can say of each hazard: a projection of facts, folded in any order. */
@Entity({ name: 'edition_material' })
@Index('edition_material_registered', ['campaignCode', 'registeredMonth', 'cityCode'])
@Index('edition_material_struck_off', ['campaignCode', 'struckOffMonth', 'cityCode'])
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

  @Column({
    type: 'text',
    name: 'campaign_code',
    nullable: true,
    comment: 'Campaign of the hazard; empty until its registration has been heard.',
  })
  campaignCode!: string | null;

  @Column({
    type: 'text',
    name: 'city_code',
    nullable: true,
    comment: 'City by which editions group; empty until the registration has been heard.',
  })
  cityCode!: string | null;

  @Column({
    type: 'text',
    name: 'field_code',
    nullable: true,
    comment: 'Field of supervision; empty until the registration has been heard.',
  })
  fieldCode!: string | null;

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

  @Column({
    type: 'text',
    name: 'registered_month',
    nullable: true,
    comment: 'Month of registration, YYYY-MM, Asia/Shanghai.',
  })
  registeredMonth!: string | null;

  @Column({
    type: 'text',
    name: 'struck_off_month',
    nullable: true,
    comment: 'Month of the strike-off, YYYY-MM, Asia/Shanghai; empty while it is not struck off.',
  })
  struckOffMonth!: string | null;
}

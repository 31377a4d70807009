import { Column, Entity, PrimaryColumn } from 'typeorm';

/** General hazards of a unit in a month, counted. */
@Entity({ name: 'general_hazard_count' })
export class GeneralHazardCount {
  @PrimaryColumn({
    type: 'text',
    primaryKeyConstraintName: 'general_hazard_count_pk',
    comment: 'Month of the figures, YYYY-MM, Asia/Shanghai.',
  })
  month!: string;

  @PrimaryColumn({
    type: 'text',
    primaryKeyConstraintName: 'general_hazard_count_pk',
    comment: 'Credit code of the unit, or its name.',
  })
  unit!: string;

  @PrimaryColumn({
    type: 'text',
    name: 'place_code',
    primaryKeyConstraintName: 'general_hazard_count_pk',
    comment: 'County-level division (GB/T 2260).',
  })
  placeCode!: string;

  @PrimaryColumn({
    type: 'text',
    name: 'field_code',
    primaryKeyConstraintName: 'general_hazard_count_pk',
    comment: 'Field of supervision.',
  })
  fieldCode!: string;

  @Column({ type: 'text', name: 'city_code', comment: 'Prefecture-level city.' })
  cityCode!: string;

  @Column({ type: 'text', name: 'unit_name', comment: 'Name of the unit.' })
  unitName!: string;

  @Column({ type: 'text', name: 'campaign_code', comment: 'Campaign in which they were found.' })
  campaignCode!: string;

  @Column({ type: 'text', name: 'org_code', comment: 'Organisation that brought them.' })
  orgCode!: string;

  @Column({ type: 'uuid', name: 'import_id', comment: 'The import that brought them.' })
  importId!: string;

  @Column({ type: 'integer', comment: 'General hazards found in the month.' })
  found!: number;

  @Column({ type: 'integer', comment: 'How many of them are fixed.' })
  fixed!: number;
}

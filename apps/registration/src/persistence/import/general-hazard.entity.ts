import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A general hazard: kept and counted, never in the loop. */
@Entity({ name: 'general_hazard' })
export class GeneralHazard {
  @PrimaryColumn({
    type: 'date',
    name: 'found_on',
    primaryKeyConstraintName: 'general_hazard_pk',
    comment: 'The day it was found, Asia/Shanghai.',
  })
  foundOn!: string;

  @PrimaryColumn({
    type: 'bigint',
    primaryKeyConstraintName: 'general_hazard_pk',
    comment: 'Hash of unit, place and description: with the day it tells a hazard from another.',
  })
  fingerprint!: string;

  @Column({ type: 'text', name: 'campaign_code', comment: 'Campaign in which it was found.' })
  campaignCode!: string;

  @Column({ type: 'text', name: 'org_code', comment: 'Organisation that brought it.' })
  orgCode!: string;

  @Column({ type: 'uuid', name: 'import_id', comment: 'The import that brought it.' })
  importId!: string;

  @Column({ type: 'integer', name: 'row_no', comment: 'Its row in the file.' })
  rowNo!: number;

  @Column({ type: 'text', name: 'unit_name', comment: 'Name of the unit.' })
  unitName!: string;

  @Column({
    type: 'text',
    name: 'credit_code',
    nullable: true,
    comment: 'Unified social credit code (GB 32100-2015) of the unit.',
  })
  creditCode!: string | null;

  @Column({ type: 'text', name: 'place_code', comment: 'County-level division (GB/T 2260).' })
  placeCode!: string;

  @Column({ type: 'text', name: 'city_code', comment: 'Prefecture-level city.' })
  cityCode!: string;

  @Column({ type: 'text', name: 'field_code', comment: 'Field of supervision.' })
  fieldCode!: string;

  @Column({ type: 'text', comment: 'What was found.' })
  description!: string;

  @Column({ type: 'date', name: 'fixed_on', nullable: true, comment: 'The day it was fixed, Asia/Shanghai.' })
  fixedOn!: string | null;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FoundBy, HazardHistory, HazardKind, HazardReport, Responsible } from '@bihuan/contracts';
import type { z } from 'zod';

/** The ledger: one row a hazard, names as they were on the day of filing, never restarted by an edit. */
@Entity({ name: 'hazard' })
@Index('hazard_by_time', ['registeredAt', 'hazardNo'])
@Index('hazard_by_deadline', ['deadline', 'hazardNo'])
@Index('hazard_by_city', ['cityCode', 'registeredAt', 'hazardNo'])
@Index('hazard_by_field', ['fieldCode', 'registeredAt', 'hazardNo'])
@Index('hazard_by_unit', ['creditCode', 'placeCode', 'standardCode'])
export class Hazard {
  @PrimaryColumn({
    type: 'text',
    name: 'hazard_no',
    primaryKeyConstraintName: 'hazard_pk',
    comment: 'Hazard number, never reused.',
  })
  hazardNo!: string;

  @Column({ type: 'text', name: 'campaign_code', comment: 'Campaign in which it was registered.' })
  campaignCode!: string;

  @Column({ type: 'text', comment: 'Facility failure, illegal act or management deficiency.' })
  kind!: HazardKind;

  @Column({ type: 'boolean', name: 'mass_casualties', comment: 'It may cause mass deaths and injuries.' })
  massCasualties!: boolean;

  @Column({
    type: 'text',
    name: 'found_by',
    comment: 'Who found it: inspection, enterprise, public or transfer.',
  })
  foundBy!: FoundBy;

  @Column({ type: 'date', name: 'found_on', comment: 'The day it was found, Asia/Shanghai.' })
  foundOn!: string;

  @Column({
    type: 'jsonb',
    comment: 'The unit with its credit code, or the body that must act in its place.',
  })
  responsible!: Responsible;

  @Column({ type: 'text', name: 'responsible_name', comment: 'Name of the unit or body, for search.' })
  responsibleName!: string;

  @Column({
    type: 'text',
    name: 'credit_code',
    nullable: true,
    comment: 'Unified social credit code (GB 32100-2015) of the unit.',
  })
  creditCode!: string | null;

  @Column({
    type: 'text',
    name: 'place_code',
    comment: 'County-level division (GB/T 2260) as on the day of filing.',
  })
  placeCode!: string;

  @Column({ type: 'text', name: 'place_name', comment: 'Its name as on the day of filing.' })
  placeName!: string;

  @Column({
    type: 'text',
    name: 'city_code',
    comment: 'Prefecture-level city: gets the territorial handover.',
  })
  cityCode!: string;

  @Column({ type: 'text', name: 'city_name', comment: 'Name of the city as on the day of filing.' })
  cityName!: string;

  @Column({ type: 'text', comment: 'Address of the hazard within the county.' })
  address!: string;

  @Column({
    type: 'text',
    name: 'field_code',
    comment: 'Field of supervision: its lead gets the industry handover.',
  })
  fieldCode!: string;

  @Column({ type: 'text', name: 'field_name', comment: 'Name of the field as on the day of filing.' })
  fieldName!: string;

  @Column({ type: 'text', name: 'co_orgs', array: true, comment: 'Departments that share the hazard.' })
  coOrgs!: string[];

  @Column({
    type: 'text',
    name: 'standard_code',
    comment: 'Determination standard in force on the day it was found.',
  })
  standardCode!: string;

  @Column({ type: 'text', name: 'standard_title', comment: 'Title of the standard.' })
  standardTitle!: string;

  @Column({
    type: 'text',
    name: 'clause_no',
    nullable: true,
    comment: 'Clause of the standard it falls under.',
  })
  clauseNo!: string | null;

  @Column({
    type: 'text',
    name: 'clause_reason',
    nullable: true,
    comment: 'Written reason where the standard has no clauses supplied.',
  })
  clauseReason!: string | null;

  @Column({ type: 'text', comment: 'What was found.' })
  description!: string;

  @Column({ type: 'jsonb', comment: 'State and cause, harm and difficulty (Order No. 16, art. 14).' })
  report!: z.infer<typeof HazardReport>;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'registered_at',
    comment: 'Business time of registration.',
  })
  registeredAt!: Date;

  @Column({
    type: 'timestamptz',
    precision: 3,
    comment: 'End of the rectification period set at registration.',
  })
  deadline!: Date;

  @Column({ type: 'text', name: 'registered_by', comment: 'Person who registered it.' })
  registeredBy!: string;

  @Column({
    type: 'text',
    name: 'registered_org',
    nullable: true,
    comment: 'Organisation that registered it.',
  })
  registeredOrg!: string | null;

  @Column({
    type: 'jsonb',
    nullable: true,
    comment: 'Its past, as reported by whoever brought it in a ledger of an older system.',
  })
  history!: HazardHistory | null;

  @Column({ type: 'uuid', name: 'import_id', nullable: true, comment: 'The import that brought it.' })
  importId!: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Brief } from '../domain/brief.ts';

/** What notification keeps of each hazard: whom it concerns, and what to call it. */
@Entity({ name: 'hazard_brief' })
export class HazardBrief implements Brief {
  @PrimaryColumn({
    type: 'text',
    name: 'hazard_no',
    primaryKeyConstraintName: 'hazard_brief_pk',
    comment: 'Hazard number.',
  })
  hazardNo!: string;

  @Column({ type: 'text', name: 'campaign_code', comment: 'Campaign whose policy sets the notice hours.' })
  campaignCode!: string;

  @Column({ type: 'text', name: 'place_code', comment: 'County of the hazard.' })
  placeCode!: string;

  @Column({ type: 'text', name: 'place_name', comment: 'Its name as on the day of filing.' })
  placeName!: string;

  @Column({ type: 'text', name: 'city_code', comment: 'City of the hazard: whose leaders are told.' })
  cityCode!: string;

  @Column({ type: 'text', name: 'city_name', comment: 'Name of the city as on the day of filing.' })
  cityName!: string;

  @Column({ type: 'text', name: 'field_code', comment: 'Field of the hazard: whose vice-governor is told.' })
  fieldCode!: string;

  @Column({ type: 'text', name: 'field_name', comment: 'Name of the field as on the day of filing.' })
  fieldName!: string;

  @Column({ type: 'text', name: 'unit_name', comment: 'Unit, or body in its place, that must rectify.' })
  unitName!: string;

  @Column({
    type: 'text',
    name: 'territorial_org',
    nullable: true,
    comment:
      'Government that took the territorial handover; empty until one has, and where it had before the column.',
  })
  territorialOrg!: string | null;

  @Column({
    type: 'text',
    name: 'industry_org',
    nullable: true,
    comment: 'Department that took the industry handover; empty until one has.',
  })
  industryOrg!: string | null;

  @Column({
    type: 'text',
    array: true,
    name: 'co_orgs',
    comment: 'Departments that share its field: get a copy of its handover.',
  })
  coOrgs!: string[];

  @Column({ type: 'integer', comment: 'Version of the latest correction; 0 where it was never corrected.' })
  correction!: number;

  @Column({ type: 'boolean', comment: 'Whether it was withdrawn: nobody is urged any more.' })
  withdrawn!: boolean;
}

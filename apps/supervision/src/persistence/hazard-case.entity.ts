import type { HazardState } from '@bihuan/contracts';
import type { HazardFacts } from '@bihuan/process-core';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Settlements } from '../domain/settlements.ts';
import { instant, optionalInstant, optionalText } from './column-kinds.ts';

/** One case a hazard: what is known of it here, and where its rectification stands. */
@Entity('hazard_case', { comment: 'Cases of supervision: one a hazard, a projection of facts' })
export class HazardCase {
  @PrimaryColumn({
    type: 'text',
    name: 'hazard_no',
    primaryKeyConstraintName: 'hazard_case_pk',
    comment: 'Hazard number',
  })
  hazardNo!: string;

  @Column({ type: 'jsonb', comment: 'Folded facts, the source of the state' })
  facts!: HazardFacts;

  @Column({ type: 'text', comment: 'State of the hazard (glossary)' })
  state!: HazardState;

  @Column({ type: 'integer', comment: 'Round of rectification, one more after each failed verdict' })
  round!: number;

  @Column(optionalInstant('registered_at', 'Business time of registration; empty until it was heard of'))
  registeredAt!: Date | null;

  @Column(optionalText('campaign_code', 'Campaign whose policy sets the clocks'))
  campaignCode!: string | null;

  @Column(optionalText('place_code', 'County-level division of the hazard'))
  placeCode!: string | null;

  @Column(optionalText('city_code', 'Prefecture-level city of the hazard'))
  cityCode!: string | null;

  @Column(optionalText('field_code', 'Field of supervision'))
  fieldCode!: string | null;

  @Column(optionalText('lead_org', 'Department that leads the field'))
  leadOrg!: string | null;

  @Column({ type: 'text', name: 'co_orgs', array: true, comment: 'Departments that share the hazard' })
  coOrgs!: string[];

  @Column(optionalText('credit_code', 'Credit code (GB 32100-2015) of the unit that must rectify'))
  creditCode!: string | null;

  @Column(optionalText('body_org', 'Body that must rectify where no operating entity exists'))
  bodyOrg!: string | null;

  @Column(optionalInstant('deadline', 'End of the running rectification period'))
  deadline!: Date | null;

  @Column(
    optionalText(
      'territorial_org',
      'Government of a city or county that has the territorial track; empty while a redirected one waits for its answer',
    ),
  )
  territorialOrg!: string | null;

  @Column(optionalText('territorial_name', 'Its name on the day of dispatch'))
  territorialName!: string | null;

  @Column(optionalInstant('territorial_at', 'Business time at which the territorial track was first settled'))
  territorialAt!: Date | null;

  @Column(
    optionalText(
      'industry_org',
      'Department that has the industry track; empty while a redirected one waits for its answer',
    ),
  )
  industryOrg!: string | null;

  @Column(optionalText('industry_name', 'Its name on the day of dispatch'))
  industryName!: string | null;

  @Column(optionalInstant('industry_at', 'Business time at which the industry track was first settled'))
  industryAt!: Date | null;

  @Column({ type: 'jsonb', comment: 'By handover: which organisation took which track, and when' })
  settlements!: Settlements;

  @Column({ type: 'integer', comment: 'Version of the latest correction; 0 where it was never corrected' })
  correction!: number;

  @Column(
    optionalInstant(
      'brought_at',
      'Business time at which a ledger brought it; empty for a hazard registered here',
    ),
  )
  broughtAt!: Date | null;

  @Column({ type: 'integer', name: 'progress_reports', comment: 'Progress reports so far' })
  progressReports!: number;

  @Column(optionalInstant('last_progress_at', 'Business time of the last progress report'))
  lastProgressAt!: Date | null;

  @Column(instant('updated_at', 'Business time of the last change'))
  updatedAt!: Date;
}

/** The columns of a case as plain data. */
export type CaseRow = { [K in keyof HazardCase]: HazardCase[K] };

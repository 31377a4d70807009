import type { HazardState } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MeasuredFacts } from '../domain/measures.ts';

/** What the indicators count of each hazard: a projection of facts, folded in any order. */
@Entity({ name: 'hazard_measure' })
@Index('hazard_measure_found', ['campaignCode', 'foundMonth', 'cityCode'])
@Index('hazard_measure_struck_off', ['campaignCode', 'struckOffMonth', 'cityCode'])
export class HazardMeasure {
  @PrimaryColumn({
    type: 'text',
    name: 'hazard_no',
    primaryKeyConstraintName: 'hazard_measure_pk',
    comment: 'Hazard number.',
  })
  hazardNo!: string;

  @Column({ type: 'jsonb', comment: 'Folded facts, the only source of the other columns.' })
  facts!: MeasuredFacts;

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
    comment: 'City in whose figures it counts; empty until the registration has been heard.',
  })
  cityCode!: string | null;

  @Column({
    type: 'text',
    name: 'field_code',
    nullable: true,
    comment: 'Field in whose figures it counts; empty until the registration has been heard.',
  })
  fieldCode!: string | null;

  @Column({ type: 'text', comment: 'State of the hazard (glossary).' })
  state!: HazardState;

  @Column({
    type: 'text',
    name: 'found_month',
    nullable: true,
    comment: 'Month in which it was registered, YYYY-MM, Asia/Shanghai.',
  })
  foundMonth!: string | null;

  @Column({
    type: 'text',
    name: 'struck_off_month',
    nullable: true,
    comment: 'Month of the strike-off, YYYY-MM, Asia/Shanghai; empty while it is not struck off.',
  })
  struckOffMonth!: string | null;

  @Column({
    type: 'boolean',
    name: 'on_time',
    nullable: true,
    comment: 'Every completion so far was reported in time; empty while none has been.',
  })
  onTime!: boolean | null;

  @Column({ type: 'boolean', comment: 'An open clock is past its due.' })
  overdue!: boolean;

  @Column({ type: 'integer', comment: 'Handovers dispatched, those after a transfer included.' })
  handovers!: number;

  @Column({ type: 'integer', name: 'handovers_answered', comment: 'Handovers that were answered.' })
  handoversAnswered!: number;

  @Column({ type: 'integer', name: 'handovers_late', comment: 'Handovers answered at or after their due.' })
  handoversLate!: number;
}

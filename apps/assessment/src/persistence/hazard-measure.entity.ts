import type { HazardState } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { MeasuredFacts } from '../domain/measures.ts';
import { optionalInstant, optionalText } from './column-kinds.ts';

/** What the indicators count of each hazard: a projection of facts, folded in any order. */
@Entity({
  name: 'hazard_measure',
  comment: 'What the indicators count of each hazard: facts folded in any order',
})
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

  @Column(
    optionalText('campaign_code', 'Campaign of the hazard; empty until its registration has been heard.'),
  )
  campaignCode!: string | null;

  @Column(
    optionalText(
      'city_code',
      'City in whose figures it counts, after its latest correction; empty until the registration has been heard.',
    ),
  )
  cityCode!: string | null;

  @Column(
    optionalText(
      'field_code',
      'Field in whose figures it counts, after its latest correction; empty until the registration has been heard.',
    ),
  )
  fieldCode!: string | null;

  @Column(optionalText('place_code', 'County of the hazard, for who may read of it.'))
  placeCode!: string | null;

  @Column(optionalText('credit_code', 'Credit code of the unit that must rectify, for who may read of it.'))
  creditCode!: string | null;

  @Column({
    type: 'text',
    array: true,
    default: () => `'{}'`,
    comment: 'Organisations that share it, must rectify it or were handed it, for who may read of it.',
  })
  orgs!: string[];

  @Column({ type: 'text', comment: 'State of the hazard (glossary).' })
  state!: HazardState;

  @Column(optionalInstant('registered_at', 'Business time of the registration.'))
  registeredAt!: Date | null;

  @Column(
    optionalText(
      'found_month',
      'Month of the edition that first listed it, YYYY-MM, Asia/Shanghai; empty while none has.',
    ),
  )
  foundMonth!: string | null;

  @Column(
    optionalText(
      'struck_off_month',
      'Month of the edition that listed it as struck off, YYYY-MM, Asia/Shanghai; empty while none has.',
    ),
  )
  struckOffMonth!: string | null;

  @Column(optionalInstant('struck_off_at', 'Business time of the strike-off.'))
  struckOffAt!: Date | null;

  @Column(
    optionalInstant(
      'withdrawn_at',
      'Business time at which it was withdrawn as registered in error; empty where it had been struck off.',
    ),
  )
  withdrawnAt!: Date | null;
}

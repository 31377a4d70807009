import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** By which version of its campaign's policy a hazard's clocks are opened here. */
@Entity('hazard_policy', {
  comment: 'Policy that the clocks of a hazard are opened by, from the first of them in this service',
})
@Index('hazard_policy_campaign', ['campaignCode'])
export class HazardPolicyRow {
  @PrimaryColumn({
    type: 'text',
    name: 'hazard_no',
    primaryKeyConstraintName: 'hazard_policy_pk',
    comment: 'Number of the hazard',
  })
  hazardNo!: string;

  @Column({ type: 'text', name: 'campaign_code', comment: 'Campaign whose policy it is' })
  campaignCode!: string;

  @Column({ type: 'integer', comment: 'Of its first clock, until the whole hazard is moved to another' })
  version!: number;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What became of a hazard after it was registered, as far as its handovers go; a row once there is something. */
@Entity({ name: 'hazard_change' })
export class HazardChange {
  @PrimaryColumn({
    type: 'text',
    name: 'hazard_no',
    primaryKeyConstraintName: 'hazard_change_pk',
    comment: 'Hazard that was corrected, rectified, withdrawn or struck off.',
  })
  hazardNo!: string;

  @Column({ type: 'integer', comment: 'Version of the latest correction; 0 where it was never corrected.' })
  correction!: number;

  @Column({ type: 'text', name: 'place_code', nullable: true, comment: 'Its county, as corrected.' })
  placeCode!: string | null;

  @Column({ type: 'text', name: 'city_code', nullable: true, comment: 'Its city, as corrected.' })
  cityCode!: string | null;

  @Column({ type: 'text', name: 'field_code', nullable: true, comment: 'Its field, as corrected.' })
  fieldCode!: string | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'withdrawn_at',
    nullable: true,
    comment: 'Business time at which its withdrawal was approved.',
  })
  withdrawnAt!: Date | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'struck_off_at',
    nullable: true,
    comment: 'Business time of its strike-off.',
  })
  struckOffAt!: Date | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'feedback_at',
    nullable: true,
    comment: 'Business time of its first plan, progress or completion.',
  })
  feedbackAt!: Date | null;
}

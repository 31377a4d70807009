import { Entity, PrimaryColumn } from 'typeorm';

/** From when on rungs lead to interviews: one row where a release without interviews ran here, none elsewhere. */
@Entity('interview_start', {
  comment:
    'From when on rungs lead to interviews: one row where a release without interviews ran here, none elsewhere',
})
export class InterviewStart {
  @PrimaryColumn({
    type: 'timestamptz',
    precision: 3,
    primaryKeyConstraintName: 'interview_start_pk',
    comment: 'Business time of the last thing that release did; rungs up to it lead to none',
  })
  at!: Date;
}

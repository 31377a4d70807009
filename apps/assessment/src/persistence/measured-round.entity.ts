import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant, optionalInstant } from './column-kinds.ts';

/** `DeadlineMove` as JSON. */
interface StoredMove {
  readonly version: number;
  readonly at: string;
  readonly due: string | null;
}

/** A round of rectification of a hazard, with what was reported in it. */
@Entity({ name: 'measured_round', comment: 'Rounds of rectification, with what was reported in them' })
export class MeasuredRound {
  @PrimaryColumn({
    type: 'text',
    name: 'hazard_no',
    primaryKeyConstraintName: 'measured_round_pk',
    comment: 'Hazard that is rectified.',
  })
  hazardNo!: string;

  @PrimaryColumn({
    type: 'integer',
    primaryKeyConstraintName: 'measured_round_pk',
    comment: 'Number of the round, from 1.',
  })
  round!: number;

  @Column(instant('begun_at', 'Business time of the registration, or of the failed verdict before.'))
  begunAt!: Date;

  @Column(
    instant(
      'deadline',
      'End of the rectification period as registration or verdict named it; exactly then is late.',
    ),
  )
  deadline!: Date;

  @Column({
    type: 'jsonb',
    default: () => `'[]'`,
    comment:
      'What its clock has made of the deadline since, by version of the clock: from when, and until when; no due while it stands still.',
  })
  moves!: readonly StoredMove[];

  @Column(optionalInstant('completed_at', 'Business time at which completion was reported.'))
  completedAt!: Date | null;

  @Column({
    type: 'boolean',
    name: 'on_time',
    nullable: true,
    comment: 'Completion was reported in time, as supervision decided; empty while it has not been.',
  })
  onTime!: boolean | null;
}

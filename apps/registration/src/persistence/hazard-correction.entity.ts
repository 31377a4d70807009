import type { CorrectedContents } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One correction of one hazard: what it found and what it left. */
@Entity({ name: 'hazard_correction' })
@Index('hazard_correction_version', ['hazardNo', 'version'], { unique: true })
export class HazardCorrection {
  @PrimaryColumn({
    type: 'uuid',
    primaryKeyConstraintName: 'hazard_correction_pk',
    comment: 'Id of the correction.',
  })
  id!: string;

  @Column({ type: 'text', name: 'hazard_no', comment: 'Hazard that was corrected.' })
  hazardNo!: string;

  @Column({ type: 'integer', comment: 'From 1, one more with each correction of the hazard.' })
  version!: number;

  @Column({ type: 'text', comment: 'Why it was corrected.' })
  reason!: string;

  @Column({ type: 'jsonb', comment: 'Contents that differ, as they were.' })
  before!: CorrectedContents;

  @Column({ type: 'jsonb', comment: 'Contents that differ, as they are now.' })
  after!: CorrectedContents;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'corrected_at',
    comment: 'Business time of the correction.',
  })
  correctedAt!: Date;

  @Column({ type: 'text', name: 'corrected_by', comment: 'Person who corrected it.' })
  correctedBy!: string;

  @Column({
    type: 'text',
    name: 'corrected_org',
    comment: 'Organisation in whose office the person did.',
  })
  correctedOrg!: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant, optionalInstant, optionalText } from './column-kinds.ts';

const pk = { primaryKeyConstraintName: 'month_assessment_pk' };

/** The assessment of a month; each month has one however often it is asked for. */
@Entity({
  name: 'month_assessment',
  comment: 'Assessments of months, one a month however often it is asked for',
})
export class MonthAssessment {
  @PrimaryColumn({ type: 'text', name: 'campaign_code', comment: 'Campaign that is assessed.', ...pk })
  campaignCode!: string;

  @PrimaryColumn({ type: 'text', comment: 'Month, YYYY-MM, Asia/Shanghai.', ...pk })
  month!: string;

  @Column(instant('requested_at', 'Business time at which it was first asked for.'))
  requestedAt!: Date;

  @Column(optionalInstant('assessed_at', 'Business time at which its figures were counted.'))
  assessedAt!: Date | null;

  @Column(
    optionalText('told_to', 'Last hazard of the month, by number, whose assessment has been announced.'),
  )
  toldTo!: string | null;

  @Column(optionalInstant('published_at', 'Business time at which all its hazards had been announced.'))
  publishedAt!: Date | null;
}

import { Column, type ColumnOptions, Entity, PrimaryColumn } from 'typeorm';

const pk = { primaryKeyConstraintName: 'city_assessment_pk' };
const count = (name: string, comment: string): ColumnOptions => ({ type: 'integer', name, comment });
const rate = (name: string, comment: string): ColumnOptions => ({
  type: 'numeric',
  precision: 5,
  scale: 4,
  name,
  nullable: true,
  comment,
});

/** Figures of indicator "overall" of a city, as of the end of a month; never changed once they are counted. */
@Entity({
  name: 'city_assessment',
  comment: 'Figures of indicator "overall" of each city, as of the end of a month',
})
export class CityAssessmentRow {
  @PrimaryColumn({ type: 'text', name: 'campaign_code', comment: 'Campaign that is assessed.', ...pk })
  campaignCode!: string;

  @PrimaryColumn({ type: 'text', comment: 'Month, YYYY-MM, Asia/Shanghai.', ...pk })
  month!: string;

  @PrimaryColumn({ type: 'text', name: 'city_code', comment: 'City, GB/T 2260.', ...pk })
  cityCode!: string;

  @Column({ type: 'text', name: 'name_zh', comment: 'Name of the city at the end of the month, in Chinese.' })
  nameZh!: string;

  @Column({ type: 'text', name: 'name_en', comment: 'Name of the city at the end of the month, in English.' })
  nameEn!: string;

  @Column(count('found', 'Hazards that the edition of the month lists for the first time.'))
  found!: number;

  @Column(count('found_total', 'Hazards listed so far, without those withdrawn.'))
  foundTotal!: number;

  @Column(count('struck_off', 'Hazards that the edition of the month lists as struck off.'))
  struckOff!: number;

  @Column(count('struck_off_total', 'Hazards listed as struck off so far.'))
  struckOffTotal!: number;

  @Column(rate('overall_rate', 'Struck off so far by found so far; empty where nothing was found.'))
  overallRate!: string | null;

  @Column(count('due', 'Hazards whose running deadline lay before the end of the month.'))
  due!: number;

  @Column(count('on_time', 'Of these, completed in time in every round.'))
  onTime!: number;

  @Column(rate('on_time_rate', 'Completed in time by due; empty where none was due.'))
  onTimeRate!: string | null;

  @Column(count('not_yet_due', 'Hazards whose running deadline lies at or after the end of the month.'))
  notYetDue!: number;

  @Column(count('overdue', 'Of those due, neither completed nor struck off before the end of the month.'))
  overdue!: number;

  @Column(count('handovers', 'Territorial handovers; a redirected one counts as its successor.'))
  handovers!: number;

  @Column(count('handovers_due', 'Of these, due before the end of the month.'))
  handoversDue!: number;

  @Column(count('handovers_on_time', 'Of those due, answered in time.'))
  handoversOnTime!: number;

  @Column(rate('handover_timeliness', 'Answered in time by due; empty where none was due.'))
  handoverTimeliness!: string | null;

  @Column({ type: 'integer', nullable: true, comment: 'Rank; empty where too few hazards were found.' })
  rank!: number | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from './column-kinds.ts';

const pk = { primaryKeyConstraintName: 'edition_cut_pk' };

/** The cut of a month, as its published edition says. */
@Entity({ name: 'edition_cut', comment: 'The cut of each month, as its published edition says' })
export class EditionCut {
  @PrimaryColumn({ type: 'text', name: 'campaign_code', comment: 'Campaign of the edition.', ...pk })
  campaignCode!: string;

  @PrimaryColumn({ type: 'text', comment: 'Month of the edition, YYYY-MM, Asia/Shanghai.', ...pk })
  month!: string;

  @Column({ type: 'integer', comment: 'Number of the edition within its campaign.' })
  no!: number;

  @Column({ type: 'integer', comment: 'Hazards it lists for the first time.' })
  found!: number;

  @Column({ type: 'integer', name: 'struck_off', comment: 'Hazards it lists as struck off.' })
  struckOff!: number;

  @Column({ type: 'text', comment: 'Sum of the 64-bit hashes of its lines, in decimal.' })
  digest!: string;

  @Column(instant('published_at', 'Business time at which the edition was published.'))
  publishedAt!: Date;
}

import type { OverallFigureName } from '@bihuan/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

const pk = { primaryKeyConstraintName: 'figure_revision_pk' };

/** A figure of the month assessed before that came out differently when a month was assessed. */
@Entity({
  name: 'figure_revision',
  comment: 'Published figures that came out differently when a later month was assessed',
})
export class FigureRevisionRow {
  @PrimaryColumn({ type: 'text', name: 'campaign_code', comment: 'Campaign that is assessed.', ...pk })
  campaignCode!: string;

  @PrimaryColumn({ type: 'text', comment: 'Month whose assessment notes it, YYYY-MM.', ...pk })
  month!: string;

  @PrimaryColumn({ type: 'text', name: 'city_code', comment: 'City of the figure.', ...pk })
  cityCode!: string;

  @PrimaryColumn({ type: 'text', comment: 'The figure, by its name in the contracts.', ...pk })
  figure!: OverallFigureName;

  @Column({ type: 'text', name: 'of_month', comment: 'Month for which the figure was published, YYYY-MM.' })
  ofMonth!: string;

  @Column({ type: 'numeric', nullable: true, comment: 'As it was published; empty: nothing to divide by.' })
  published!: string | null;

  @Column({ type: 'numeric', nullable: true, comment: 'As it came out when this month was assessed.' })
  recounted!: string | null;
}

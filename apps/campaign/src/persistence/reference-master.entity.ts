import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { ReferenceBody, ReferenceKind } from '@bihuan/contracts';

const primaryKeyConstraintName = 'reference_master_pk';

/** The master of reference data; every service keeps its copies of these rows. */
@Entity('reference_master', { comment: 'Reference data with effective dates: the master of all copies' })
@Index('reference_master_single', ['kind', 'code'], {
  unique: true,
  where: `kind IN ('campaign', 'calendarYear', 'manifest')`,
})
export class ReferenceMaster {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName, comment: 'Kind of item: place, organisation, …' })
  kind!: ReferenceKind;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName, comment: 'Code of the item within its kind' })
  code!: string;

  @PrimaryColumn({
    type: 'date',
    name: 'effective_from',
    primaryKeyConstraintName,
    comment: 'First day (Asia/Shanghai) on which this form of the item holds',
  })
  effectiveFrom!: string;

  @Column({
    type: 'date',
    name: 'effective_to',
    nullable: true,
    comment: 'Last day on which it holds; empty while it is in force',
  })
  effectiveTo!: string | null;

  @Column({ type: 'integer', comment: 'Rises with every change; a change names the version it saw' })
  version!: number;

  @Column({ type: 'jsonb', comment: 'The item itself, in the shape of the contracts' })
  body!: ReferenceBody<ReferenceKind>;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'changed_at',
    comment: 'Business time of the last change',
  })
  changedAt!: Date;
}

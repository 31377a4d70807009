import { Column, Entity, PrimaryColumn } from 'typeorm';

const primaryKeyConstraintName = 'reference_item_pk';

/** This service's own copy of a reference item. */
@Entity('reference_item', { comment: 'Copies of reference data, kept from the compacted topic' })
export class ReferenceItemRow {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName, comment: 'Kind of item: place, organisation, …' })
  kind!: string;

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

  @Column({ type: 'integer', comment: 'Rises with every change; the highest wins' })
  version!: number;

  @Column({ type: 'jsonb', comment: 'The item itself, in the shape of the contracts' })
  body!: unknown;
}

import type { HazardState, Marks } from '@bihuan/contracts';
import type { HazardFacts } from '@bihuan/process-core';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Registration's own view of where each hazard stands: a projection of facts, folded in any order. */
@Entity({ name: 'hazard_status' })
export class HazardStatus {
  @PrimaryColumn({
    type: 'text',
    name: 'hazard_no',
    primaryKeyConstraintName: 'hazard_status_pk',
    comment: 'Hazard number.',
  })
  hazardNo!: string;

  @Column({ type: 'jsonb', comment: 'Folded facts, the only source of the other columns.' })
  facts!: HazardFacts;

  @Column({ type: 'text', comment: 'State of the hazard (glossary).' })
  state!: HazardState;

  @Column({ type: 'jsonb', comment: 'The five marks with first and last time.' })
  marks!: Marks;

  @Column({ type: 'boolean', comment: 'An open clock is past its due.' })
  overdue!: boolean;

  @Column({
    type: 'boolean',
    comment: 'Struck off, published, assessed, and no clock open: the loop has ended.',
  })
  finished!: boolean;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'rectify_due',
    nullable: true,
    comment: 'End of rectification as it stands, extensions included; empty until its clock was heard of.',
  })
  rectifyDue!: Date | null;

  @Column({
    type: 'text',
    name: 'assigned_orgs',
    array: true,
    comment: 'Organisations it was handed over to, now or before: they may see it.',
  })
  assignedOrgs!: string[];
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant, optionalText } from './column-kinds.ts';

/** A rectification plan as filed; a revised plan is a further row. Basis: Order No. 16 of the former SAWS, art. 15. */
@Entity('plan', { comment: 'Rectification plans as filed; a revised plan is a further row' })
@Index('plan_hazard', ['hazardNo', 'filedAt'])
export class Plan {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'plan_pk', comment: 'Id of the plan' })
  id!: string;

  @Column({ type: 'text', name: 'hazard_no', comment: 'Hazard it belongs to' })
  hazardNo!: string;

  @Column({ type: 'text', name: 'goal_and_task', comment: 'Goal and task' })
  goalAndTask!: string;

  @Column({ type: 'text', name: 'method_and_measures', comment: 'Method and measures' })
  methodAndMeasures!: string;

  @Column({ type: 'text', name: 'funds_and_materials', comment: 'Funds and materials' })
  fundsAndMaterials!: string;

  @Column({ type: 'text', name: 'organisation_and_persons', comment: 'Organisation and persons' })
  organisationAndPersons!: string;

  @Column({ type: 'text', name: 'time_and_requirement', comment: 'Time limit and requirement' })
  timeAndRequirement!: string;

  @Column({ type: 'text', name: 'safety_and_contingency', comment: 'Safety measures and contingency plan' })
  safetyAndContingency!: string;

  @Column({ type: 'numeric', nullable: true, comment: 'Planned funds in 10,000 yuan' })
  funds!: string | null;

  @Column(instant('filed_at', 'Business time of filing'))
  filedAt!: Date;

  @Column({ type: 'text', name: 'filed_by', comment: 'Person or system that filed it' })
  filedBy!: string;

  @Column({ type: 'text', name: 'filed_org', comment: 'Organisation that filed it' })
  filedOrg!: string;

  @Column(optionalText('brought_by', 'Organisation whose ledger tells of it; empty for what was done here'))
  broughtBy!: string | null;
}

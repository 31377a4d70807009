import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FactOfHazard } from '../domain/heard-facts.ts';

/** A fact that arrived before the registration of its hazard; it is told of when that arrives. */
@Entity({ name: 'waiting_fact' })
@Index('waiting_fact_by_hazard', ['hazardNo'])
export class WaitingFact {
  @PrimaryColumn({
    type: 'uuid',
    name: 'event_id',
    primaryKeyConstraintName: 'waiting_fact_pk',
    comment: 'Id of the event.',
  })
  eventId!: string;

  @Column({ type: 'text', name: 'hazard_no', comment: 'Hazard that is not known yet.' })
  hazardNo!: string;

  @Column({ type: 'jsonb', comment: 'The event as it came.' })
  fact!: FactOfHazard;
}

import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { FactOfHazard } from '../domain/heard-facts.ts';

/** A fact that arrived before it was known whom it concerns; it is told of once that is known. */
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

  @Column({ type: 'text', name: 'hazard_no', comment: 'Hazard it is about.' })
  hazardNo!: string;

  @Column({ type: 'jsonb', comment: 'The event as it came.' })
  fact!: FactOfHazard;
}

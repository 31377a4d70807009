import type { Track } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant, optionalInstant } from './column-kinds.ts';

/** A handover of a hazard: when it had to be answered, and when it was. */
@Entity({ name: 'measured_handover', comment: 'Handovers: when they had to be answered, and when they were' })
@Index('measured_handover_hazard', ['hazardNo'])
export class MeasuredHandover {
  @PrimaryColumn({
    type: 'uuid',
    primaryKeyConstraintName: 'measured_handover_pk',
    comment: 'Id of the handover.',
  })
  id!: string;

  @Column({ type: 'text', name: 'hazard_no', comment: 'Hazard that was handed over.' })
  hazardNo!: string;

  @Column({ type: 'text', comment: 'Territorial (city government) or industry (provincial department).' })
  track!: Track;

  @Column({ type: 'text', name: 'org_code', comment: 'Organisation that had to answer.' })
  orgCode!: string;

  @Column(instant('dispatched_at', 'Business time of dispatch.'))
  dispatchedAt!: Date;

  @Column(
    optionalInstant('due', 'Due of its acknowledge clock; empty for one of the past that was never told of.'),
  )
  due!: Date | null;

  @Column(optionalInstant('answered_at', 'Business time of the first answer.'))
  answeredAt!: Date | null;

  @Column({ type: 'boolean', comment: 'The first answer came at or after the due.' })
  late!: boolean;

  @Column(
    optionalInstant(
      'redirected_at',
      'Business time at which a correction put another handover in its place.',
    ),
  )
  redirectedAt!: Date | null;
}

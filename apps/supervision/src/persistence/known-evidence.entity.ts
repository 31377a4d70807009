import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant } from './column-kinds.ts';

const primaryKeyConstraintName = 'known_evidence_pk';

/** A photo or document that registration keeps of a hazard: as much of it as petitions refer to. */
@Entity('known_evidence', { comment: 'Evidence that registration keeps of hazards, a projection of facts' })
export class KnownEvidence {
  @PrimaryColumn({
    type: 'text',
    name: 'hazard_no',
    primaryKeyConstraintName,
    comment: 'Hazard it belongs to',
  })
  hazardNo!: string;

  @PrimaryColumn({
    type: 'uuid',
    name: 'evidence_id',
    primaryKeyConstraintName,
    comment: 'Id of the piece',
  })
  evidenceId!: string;

  @Column({ type: 'text', comment: 'SHA-256 of the content, hexadecimal' })
  sha256!: string;

  @Column(instant('attached_at', 'Business time at which it was added'))
  attachedAt!: Date;
}

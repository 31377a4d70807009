import type { EvidencePurpose, EvidenceType } from '@bihuan/contracts';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

/** A photo or document of a hazard. Its content is an object beside the database, named by its hash; never changed. */
@Entity({ name: 'evidence' })
@Unique('evidence_once', ['hazardNo', 'sha256'])
@Index('evidence_by_hazard', ['hazardNo', 'addedAt', 'id'])
export class Evidence {
  @PrimaryColumn({
    type: 'uuid',
    primaryKeyConstraintName: 'evidence_pk',
    comment: 'Identity of the piece.',
  })
  id!: string;

  @Column({ type: 'text', name: 'hazard_no', comment: 'Hazard it belongs to.' })
  hazardNo!: string;

  @Column({
    type: 'text',
    comment: 'SHA-256 of the content, hexadecimal; names the object that holds it.',
  })
  sha256!: string;

  @Column({ type: 'integer', comment: 'Length of the content.' })
  bytes!: number;

  @Column({ type: 'text', name: 'media_type', comment: 'Media type by content.' })
  mediaType!: EvidenceType;

  @Column({ type: 'text', comment: 'Name of the file as the sender called it.' })
  name!: string;

  @Column({
    type: 'text',
    comment: 'Part of the loop: found, handling, rectification or acceptance.',
  })
  purpose!: EvidencePurpose;

  @Column({ type: 'text', nullable: true, comment: 'What it shows, in the words of who added it.' })
  note!: string | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'taken_at',
    nullable: true,
    comment: 'When it was taken, as told.',
  })
  takenAt!: Date | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'camera_taken_at',
    nullable: true,
    comment: 'When it was taken, as the file says (EXIF); nothing is decided by it.',
  })
  cameraTakenAt!: Date | null;

  @Column({
    type: 'double precision',
    nullable: true,
    comment: 'Degrees north as the file says (EXIF).',
  })
  latitude!: number | null;

  @Column({ type: 'double precision', nullable: true, comment: 'Degrees east as the file says (EXIF).' })
  longitude!: number | null;

  @Column({
    type: 'smallint',
    nullable: true,
    comment: 'How the stored picture must be turned (EXIF), 1 to 8.',
  })
  orientation!: number | null;

  @Column({ type: 'integer', nullable: true, comment: 'Width of a photo in pixels, as stored.' })
  width!: number | null;

  @Column({ type: 'integer', nullable: true, comment: 'Height of a photo in pixels, as stored.' })
  height!: number | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'added_at',
    comment: 'Business time at which it was added.',
  })
  addedAt!: Date;

  @Column({ type: 'text', name: 'added_by', comment: 'Person or system that added it.' })
  addedBy!: string;

  @Column({
    type: 'text',
    name: 'added_org',
    comment: 'Organisation in whose office it was added.',
  })
  addedOrg!: string;
}

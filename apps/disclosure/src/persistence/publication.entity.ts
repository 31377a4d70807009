import type { PublicationKind } from '@bihuan/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant, optionalInstant, optionalText } from './column-kinds.ts';

/** Something published by itself, ahead of the month's edition; its page is frozen with it. */
@Entity('publication', { comment: 'Listings, strike-offs and penalties published by themselves' })
@Check('publication_kind', `kind IN ('listing', 'strikeOff', 'penalty')`)
@Index('publication_time', ['publishedAt', 'id'])
@Index('publication_hazard', ['hazardNo', 'publishedAt'])
@Index('publication_strike_off', ['hazardNo'], { unique: true, where: `kind = 'strikeOff'` })
export class Publication {
  @PrimaryColumn({
    type: 'uuid',
    primaryKeyConstraintName: 'publication_pk',
    comment: 'Id, also of its page',
  })
  id!: string;

  @Column({ type: 'text', comment: 'listing, strikeOff or penalty' })
  kind!: PublicationKind;

  @Column({ type: 'text', name: 'hazard_no', comment: 'Hazard it is about' })
  hazardNo!: string;

  @Column({ type: 'date', name: 'decided_on', comment: 'Day of the decision, Asia/Shanghai' })
  decidedOn!: string;

  @Column(optionalText('document_no', 'Number of the document with the decision'))
  documentNo!: string | null;

  @Column({ type: 'text', comment: 'Where else it is published' })
  medium!: string;

  @Column(instant('published_at', 'Business time of publication'))
  publishedAt!: Date;

  @Column(optionalInstant('due', 'Until when it had to be published; empty where no clock ran'))
  due!: Date | null;

  @Column({ type: 'boolean', comment: 'Published at its due or later' })
  late!: boolean;

  @Column({ type: 'text', comment: 'The frozen page' })
  page!: string;

  @Column({ type: 'text', name: 'page_sha256', comment: 'SHA-256 of the page in UTF-8, hexadecimal' })
  pageSha256!: string;

  @Column({ type: 'text', name: 'page_policy', comment: 'Content security policy of the page' })
  pagePolicy!: string;

  @Column({ type: 'text', name: 'published_by', comment: 'Person or system that published it' })
  publishedBy!: string;

  @Column(optionalText('published_org', 'Organisation in whose office it was published'))
  publishedOrg!: string | null;
}

/** The columns of a publication as plain data. */
export type PublicationRow = { [K in keyof Publication]: Publication[K] };

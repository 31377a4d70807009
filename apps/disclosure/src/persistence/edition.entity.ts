import type { EditionFile, MonthCut } from '@bihuan/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant, optionalInstant, optionalText } from './column-kinds.ts';

const primaryKeyConstraintName = 'edition_pk';

/** A frozen file: its content stands in the object store under its hash. */
export interface FrozenFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** How the hazards of the issue before stood at this month's end. */
export interface PreviousIssue {
  readonly no: number;
  readonly month: string;
  readonly found: number;
  readonly struckOff: number;
  /** As registered in error. */
  readonly withdrawn: number;
}

/** The edition of a month: asked for, then cut, frozen and published. */
@Entity('edition', { comment: 'Monthly editions, one a campaign and month' })
@Check('edition_state', `state IN ('requested', 'published')`)
@Index('edition_no', ['campaignCode', 'no'], { unique: true })
@Index('edition_month', ['month', 'campaignCode'])
export class Edition {
  @PrimaryColumn({
    type: 'text',
    name: 'campaign_code',
    primaryKeyConstraintName,
    comment: 'Campaign it belongs to',
  })
  campaignCode!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName, comment: 'Its month, YYYY-MM, Asia/Shanghai' })
  month!: string;

  @Column({ type: 'text', comment: 'requested or published' })
  state!: 'requested' | 'published';

  @Column({
    type: 'integer',
    nullable: true,
    comment: 'Number of the issue within the campaign, from 1; empty until the cut has been made',
  })
  no!: number | null;

  @Column({ type: 'date', name: 'window_from', comment: 'First day whose facts it holds, Asia/Shanghai' })
  windowFrom!: string;

  @Column({ type: 'date', name: 'window_to', comment: 'Last day whose facts it holds' })
  windowTo!: string;

  @Column({ type: 'text', name: 'campaign_name_zh', comment: 'Name of the campaign when it was asked for' })
  campaignNameZh!: string;

  @Column({ type: 'text', name: 'campaign_name_en', comment: 'The same in English' })
  campaignNameEn!: string;

  @Column({ type: 'text', name: 'office_name', comment: 'Name of the office that publishes it' })
  officeName!: string;

  @Column(instant('requested_at', 'Business time at which it was first asked for'))
  requestedAt!: Date;

  @Column({ type: 'text', name: 'requested_by', comment: 'Person, system or service that asked first' })
  requestedBy!: string;

  @Column(optionalText('requested_org', 'Organisation in whose office it was asked for'))
  requestedOrg!: string | null;

  @Column(optionalInstant('cut_at', 'Business time of the cut'))
  cutAt!: Date | null;

  @Column({ type: 'jsonb', nullable: true, comment: 'Figures and digest of the cut' })
  cut!: MonthCut | null;

  @Column({
    type: 'jsonb',
    nullable: true,
    comment: "How the hazards of the issue before stood at this month's end; empty for the first",
  })
  previous!: PreviousIssue | null;

  @Column({ type: 'jsonb', nullable: true, comment: 'Frozen files by name: bytes and SHA-256' })
  files!: Record<EditionFile, FrozenFile> | null;

  @Column(optionalText('page_policy', 'Content security policy under which its page is served'))
  pagePolicy!: string | null;

  @Column(optionalInstant('published_at', 'Business time at which it became public'))
  publishedAt!: Date | null;

  @Column(optionalText('announced_to', 'Last hazard number that was announced; announcing goes on behind it'))
  announcedTo!: string | null;

  @Column(optionalInstant('announced_at', 'Business time at which all of it had been announced'))
  announcedAt!: Date | null;
}

/** The columns of an edition as plain data. */
export type EditionRow = { [K in keyof Edition]: Edition[K] };

type Cut = 'no' | 'cutAt' | 'cut';
/** An edition whose cut has been made. */
export type CutEdition = EditionRow & { [K in Cut]: NonNullable<EditionRow[K]> };

/** Number, time and figures of a cut are written together. */
export function isCut(edition: EditionRow): edition is CutEdition {
  return edition.cut !== null;
}

import type { Actor, ErrorCode, ImportMode, ImportState, LedgerKind } from '@bihuan/contracts';
import type { ErrorParams } from '@bihuan/platform/errors';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Why an import was rejected or failed. */
export interface ImportProblem {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** Header of a file, as the workbook with the errors shows it again. */
export interface ImportHeadings {
  readonly row: number;
  readonly texts: readonly string[];
  readonly ignored: readonly string[];
}

/** An import of a ledger: one file, its choices, its progress and its outcome. */
@Entity({ name: 'hazard_import' })
@Index('hazard_import_by_time', ['receivedAt', 'id'])
export class HazardImport {
  @PrimaryColumn({
    type: 'uuid',
    primaryKeyConstraintName: 'hazard_import_pk',
    comment: 'Identity, made before the file is stored.',
  })
  id!: string;

  @Column({ type: 'text', name: 'campaign_code', comment: 'Campaign into which the ledger is brought.' })
  campaignCode!: string;

  @Column({ type: 'text', comment: 'Kind of ledger: major, general or generalCounts.' })
  ledger!: LedgerKind;

  @Column({ type: 'text', comment: 'All or nothing, or accept the good.' })
  mode!: ImportMode;

  @Column({ type: 'boolean', comment: 'The ledger brings its own past.' })
  history!: boolean;

  @Column({ type: 'text', name: 'file_name', comment: 'As the client called it.' })
  fileName!: string;

  @Column({ type: 'integer', name: 'file_bytes', comment: 'Its size.' })
  fileBytes!: number;

  @Column({ type: 'text', comment: 'Of its content, hexadecimal.' })
  sha256!: string;

  @Column({ type: 'boolean', name: 'file_kept', comment: 'The file is still in the object store.' })
  fileKept!: boolean;

  @Column({ type: 'text', comment: 'Where the import stands.' })
  state!: ImportState;

  @Column({ type: 'jsonb', nullable: true, comment: 'Why it was rejected or failed: code and params.' })
  problem!: ImportProblem | null;

  @Column({ type: 'integer', name: 'bytes_read', comment: 'Bytes of the file read so far.' })
  bytesRead!: number;

  @Column({ type: 'integer', name: 'rows_read', comment: 'Rows of data read so far.' })
  rowsRead!: number;

  @Column({ type: 'integer', comment: 'Rows without errors that are new.' })
  good!: number;

  @Column({ type: 'integer', comment: 'Rows with errors.' })
  bad!: number;

  @Column({ type: 'integer', comment: 'Rows that are in the ledger or in the file already.' })
  duplicate!: number;

  @Column({ type: 'integer', comment: 'Rows put into the ledger.' })
  inserted!: number;

  @Column({
    type: 'integer',
    comment: 'Last row of the file that was put into the ledger: a resumed import goes on behind it.',
  })
  position!: number;

  @Column({ type: 'integer', comment: 'How often it was taken up.' })
  attempts!: number;

  @Column({ type: 'boolean', name: 'cancel_asked', comment: 'Somebody asked to cancel it.' })
  cancelAsked!: boolean;

  @Column({
    type: 'jsonb',
    nullable: true,
    comment: 'Header of the file: its row, its texts, and the columns that no ledger has.',
  })
  headings!: ImportHeadings | null;

  @Column({ type: 'jsonb', comment: 'Who brought it, as events and audit keep it.' })
  actor!: Actor;

  @Column({ type: 'text', name: 'org_code', comment: 'Organisation that brought it.' })
  orgCode!: string;

  @Column({ type: 'text', name: 'org_name', comment: 'Its name on that day.' })
  orgName!: string;

  @Column({ type: 'text', name: 'correlation_id', comment: 'The request that brought it.' })
  correlationId!: string;

  @Column({ type: 'text', comment: 'Network address it came from.' })
  source!: string;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'received_at',
    comment: 'Business time at which the file had come.',
  })
  receivedAt!: Date;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'started_at',
    nullable: true,
    comment: 'Business time at which it was first taken up: rows are held against this day.',
  })
  startedAt!: Date | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'ended_at',
    nullable: true,
    comment: 'Business time of its end.',
  })
  endedAt!: Date | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RowError } from '../../domain/import/row-error.ts';

/** A row of a file that was not put into the ledger, with what stands in it. */
@Entity({ name: 'import_error' })
export class ImportError {
  @PrimaryColumn({
    type: 'uuid',
    name: 'import_id',
    primaryKeyConstraintName: 'import_error_pk',
    comment: 'The import.',
  })
  importId!: string;

  @PrimaryColumn({
    type: 'integer',
    name: 'row_no',
    primaryKeyConstraintName: 'import_error_pk',
    comment: 'Row of the file, from 1.',
  })
  rowNo!: number;

  @Column({ type: 'boolean', comment: 'It is no error: the row is there already.' })
  duplicate!: boolean;

  @Column({ type: 'jsonb', comment: 'What is wrong: column, code and params each.' })
  errors!: readonly RowError[];

  @Column({ type: 'jsonb', comment: 'What stands in the file.' })
  cells!: readonly string[];
}

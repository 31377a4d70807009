import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last serial given in each cell of the numbering; it only rises, so that no number is used twice. */
@Entity({ name: 'number_serial' })
export class NumberSerial {
  @PrimaryColumn({
    type: 'text',
    primaryKeyConstraintName: 'number_serial_pk',
    comment: 'Campaign, place, field letters and month, joined by slashes.',
  })
  cell!: string;

  @Column({ type: 'integer', comment: 'Last serial given.' })
  last!: number;
}

import { Column, PrimaryColumn } from 'typeorm';

/** Columns of a record that is changed by compare-and-set. */
export abstract class BaseColumns {
  @PrimaryColumn({ type: 'uuid', comment: 'Identity, made by the service before the row is written' })
  id!: string;

  @Column({ type: 'integer', comment: 'Rises with every change; a change names the version it saw' })
  version!: number;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'created_at',
    comment: 'Business time of the first writing',
  })
  createdAt!: Date;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'updated_at',
    comment: 'Business time of the last change',
  })
  updatedAt!: Date;
}

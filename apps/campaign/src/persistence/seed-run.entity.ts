import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row a version of the seed that was loaded. */
@Entity('seed_run', { comment: 'Versions of the seed that this deployment has loaded' })
export class SeedRun {
  @PrimaryColumn({
    type: 'integer',
    primaryKeyConstraintName: 'seed_run_pk',
    comment: 'Version of the seed, never loaded twice',
  })
  version!: number;

  @Column({ type: 'integer', comment: 'Items that this version added' })
  items!: number;

  @Column({ type: 'timestamptz', precision: 3, name: 'loaded_at', comment: 'Business time of the loading' })
  loadedAt!: Date;
}

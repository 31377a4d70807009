import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instant, optionalText } from './column-kinds.ts';

/** The final sign-off of a hazard. */
@Entity('strike_off', { comment: 'Final sign-offs: the end of a hazard’s state' })
export class StrikeOffRecord {
  @PrimaryColumn({
    type: 'text',
    name: 'hazard_no',
    primaryKeyConstraintName: 'strike_off_pk',
    comment: 'Hazard that was struck off',
  })
  hazardNo!: string;

  @Column({ type: 'text', comment: 'Opinion of the leader who signed' })
  opinion!: string;

  @Column(instant('struck_off_at', 'Business time of the sign-off'))
  struckOffAt!: Date;

  @Column({ type: 'text', name: 'signed_by', comment: 'Leader who signed' })
  signedBy!: string;

  @Column({ type: 'text', name: 'signed_org', comment: 'Organisation in whose office the leader signed' })
  signedOrg!: string;

  @Column(optionalText('brought_by', 'Organisation whose ledger tells of it; empty for what was done here'))
  broughtBy!: string | null;
}

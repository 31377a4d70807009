import type { Obligation, Period } from '@bihuan/contracts';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A clock of this service: how long somebody has for something. */
@Entity('clock', { comment: 'Clocks that this service owns; only it ends, moves or decides them' })
@Check('clock_state', "state IN ('open', 'met', 'cancelled')")
@Check('clock_subject', '(hazard_no IS NULL) <> (obligation IS NULL)')
@Index('clock_hazard', ['hazardNo'])
@Index('clock_wake', ['wakeAt'], { where: "state = 'open'" })
@Index('clock_to_tell', ['toTell', 'wakeAt'], { where: 'to_tell IS NOT NULL' })
@Check('clock_counted', '(period IS NULL) <> (named_due IS NULL)')
export class ClockRow {
  @PrimaryColumn({
    type: 'text',
    primaryKeyConstraintName: 'clock_pk',
    comment: 'Owner, kind and subject: opening the same clock twice gives one',
  })
  id!: string;

  @Column({ type: 'text', comment: 'Kind of clock, as in the policy' })
  kind!: string;

  @Column({
    type: 'text',
    name: 'hazard_no',
    nullable: true,
    comment: 'Hazard it belongs to; empty for a clock without a hazard',
  })
  hazardNo!: string | null;

  @Column({
    type: 'jsonb',
    nullable: true,
    comment: 'Subject and title of a clock without a hazard; empty for one that belongs to a hazard',
  })
  obligation!: Obligation | null;

  @Column({ type: 'text', name: 'campaign_code', comment: 'Campaign whose policy it runs by' })
  campaignCode!: string;

  @Column({ type: 'integer', comment: 'Rises with every change; the highest wins wherever it is copied' })
  version!: number;

  @Column({ type: 'text', comment: 'open, met or cancelled' })
  state!: 'open' | 'met' | 'cancelled';

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'started_at',
    comment: 'Business time of the start fact',
  })
  startedAt!: Date;

  @Column({
    type: 'jsonb',
    nullable: true,
    comment: 'Period its due is counted by; empty for a date that a person named',
  })
  period!: Period | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'named_due',
    nullable: true,
    comment: 'Date that a person named, before any pause or extension; empty for a period',
  })
  namedDue!: Date | null;

  @Column({
    type: 'text',
    name: 'day_ends',
    comment: 'Time of day at which a period of days ends, Asia/Shanghai',
  })
  dayEnds!: string;

  @Column({ type: 'timestamptz', precision: 3, comment: 'Business time at which it is late' })
  due!: Date;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'paused_at',
    nullable: true,
    comment: 'Business time since which it stands still; empty while it runs',
  })
  pausedAt!: Date | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'wake_at',
    nullable: true,
    comment: 'Business time of the next rung; empty when no rung is left or the clock has ended',
  })
  wakeAt!: Date | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'ended_at',
    nullable: true,
    comment: 'Business time at which it was met or cancelled',
  })
  endedAt!: Date | null;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'overdue_at',
    nullable: true,
    comment: 'The due time, once it has passed unanswered; a clock can be met late',
  })
  overdueAt!: Date | null;

  @Column({ type: 'text', name: 'waits_for_org', comment: 'Organisation that must act' })
  waitsForOrg!: string;

  @Column({ type: 'text', name: 'waits_for_name', comment: 'Its name when the clock was opened' })
  waitsForName!: string;

  @Column({ type: 'jsonb', comment: 'Rungs still to be climbed, each with its business time' })
  rungs!: unknown;

  @Column({
    type: 'integer',
    comment:
      'Which ladder it climbs, from 1: another begins with an extension, or where a late clock gets a later due',
  })
  ladder!: number;

  @Column({
    type: 'timestamptz',
    precision: 3,
    name: 'ladder_since',
    comment: 'Business time from which that ladder is climbed; rungs that would lie before do not exist',
  })
  ladderSince!: Date;

  @Column({
    type: 'integer',
    name: 'policy_version',
    comment: 'Version of the policy that gave period and ladder',
  })
  policyVersion!: number;

  @Column({
    type: 'integer',
    name: 'calendar_version',
    comment: 'Sum of the versions of the calendar years that were stored when the date was computed',
  })
  calendarVersion!: number;

  @Column({ type: 'boolean', comment: 'Computed beyond the stored calendar, to be computed again' })
  provisional!: boolean;

  @Column({ type: 'text', name: 'explanation_zh', comment: 'Why this date, in Chinese' })
  explanationZh!: string;

  @Column({ type: 'text', name: 'explanation_en', comment: 'Why this date, in English' })
  explanationEn!: string;

  @Column({
    type: 'text',
    nullable: true,
    comment:
      'Why each day from the start day to the due counts or does not, a letter a day; empty where none are counted, null for a clock opened before they were kept',
  })
  days!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'reminded_at',
    nullable: true,
    comment: 'System time at which the watchdog last told the loop of this clock again',
  })
  remindedAt!: Date | null;

  @Column({
    type: 'text',
    name: 'to_tell',
    nullable: true,
    comment: 'Moved with many others and not yet told: earlier, to be told first, or later; empty once told',
  })
  toTell!: 'earlier' | 'later' | null;
}
